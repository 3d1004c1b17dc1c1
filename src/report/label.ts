import { type Address, kindOfAddress, nameOfAddress } from "../ids/index.ts";

/** A thing as a screen names it. */
export interface Label {
  readonly kind: string;
  readonly name: string;
}

const ATTACHMENT = /^attachment:([^/]+)\/(.*)>(root|ou:.*|account:.*)$/;

/** The kind and the name an address has on screen: a policy's kind is its type, an attachment reads `policy → target`. */
export function labelOf(address: Address, arrow = "→"): Label {
  const attachment = ATTACHMENT.exec(address);
  if (attachment !== null) return { kind: policyWord(attachment[1] ?? ""), name: `${attachment[2]} ${arrow} ${placeName(attachment[3] ?? "")}` };
  const kind = kindOfAddress(address);
  const name = nameOfAddress(address);
  if (kind === "policy") {
    const slash = name.indexOf("/");
    return { kind: policyWord(name.slice(0, slash)), name: name.slice(slash + 1) };
  }
  if (kind === "delegated-administrator" || kind === "contact") return { kind: WORDS[kind], name: name.replace(">account:", ` ${arrow} account `) };
  if (kind === "delegation-policy") return { kind: "delegation policy", name: "" };
  if (kind === "policy-type" || kind === "trusted-access" || kind === "root-access") return { kind: kind.replace("-", " "), name };
  return { kind, name: kind === address ? "" : name };
}

const WORDS = { "delegated-administrator": "delegated", contact: "contact" } as const;

/** SCPs and RCPs go by their letters; of the others the type alone would say too little. */
const policyWord = (kind: string): string => (kind === "scp" || kind === "rcp" ? kind : `${kind} policy`);

/** A place in the tree: OUs by their path, accounts with the word, since an OU may have the same name. */
export function placeName(address: Address): string {
  return kindOfAddress(address) === "account" ? `account ${nameOfAddress(address)}` : nameOfAddress(address);
}
