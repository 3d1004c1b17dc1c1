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
  if (attachment !== null) return { kind: attachment[1] ?? "", name: `${attachment[2]} ${arrow} ${placeName(attachment[3] ?? "")}` };
  const kind = kindOfAddress(address);
  const name = nameOfAddress(address);
  if (kind === "policy") {
    const slash = name.indexOf("/");
    return { kind: name.slice(0, slash), name: name.slice(slash + 1) };
  }
  if (kind === "policy-type") return { kind: "policy type", name };
  return { kind, name: kind === address ? "" : name };
}

/** A place in the tree: OUs by their path, accounts with the word, since an OU may have the same name. */
export function placeName(address: Address): string {
  return kindOfAddress(address) === "account" ? `account ${nameOfAddress(address)}` : nameOfAddress(address);
}
