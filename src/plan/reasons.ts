import type { Code } from "../diagnostics/index.ts";
import { type Address, nameOfAddress, parentOu } from "../ids/index.ts";
import type { Statements } from "../inventory/index.ts";
import type { Change, Difference } from "./plan.ts";

/** Why a change is made. The code has a page. */
export interface Reason {
  readonly code: Code;
  readonly words: string;
}

/** Words that more than one maker of changes gives. */
export const DECLARED = "declared, and AWS does not have it";
export const SAID_TO_GO = "the file says remove";
export const NOT_DECLARED = "no longer declared";

/** What the file says otherwise, heaviest first: a change has the code of its heaviest difference. */
const ASPECTS: readonly { readonly code: Code; readonly of: RegExp; readonly words: string }[] = [
  { code: "LF4203", of: /^parent$/, words: "another place" },
  { code: "LF4202", of: /^name$/, words: "another name" },
  { code: "LF4205", of: /^(?!parent$|name$|tag )/, words: "other content" },
  { code: "LF4204", of: /^tag /, words: "other tags" },
];

/** Why a thing is changed that AWS has: which aspects of it the file gives otherwise. */
export function reasonOfDifferences(differences: readonly Difference[]): string {
  const words = ASPECTS.flatMap((aspect) => (differences.some(({ field }) => aspect.of.test(field)) ? [aspect.words] : []));
  const last = words.at(-1);
  return `the file gives it ${words.length < 2 ? (last ?? "other content") : `${words.slice(0, -1).join(", ")} and ${last ?? ""}`}`;
}

/** The changes, each with the code of its reason. OUs that the file moves are told as built anew, both the old and the new. */
export function withReasons(changes: readonly Change[], { moved }: Pick<Statements, "moved">): Change[] {
  const rebuilt = new Map([...moved].filter(([from, to]) => from.startsWith("ou:") && parentOu(from) !== parentOu(to)));
  const former = new Map([...rebuilt].map(([from, to]) => [to, from]));
  const here = new Set(changes.map(({ address }) => address));
  return changes.map((change) => {
    const { code, words } = ofRebuilt(change, here, rebuilt, former) ?? { code: codeOf(change), words: change.reason };
    return { ...change, reason: words, reasonCode: code };
  });
}

function ofRebuilt({ kind, action, address }: Change, here: ReadonlySet<Address>, rebuilt: ReadonlyMap<Address, Address>, former: ReadonlyMap<Address, Address>): Reason | undefined {
  const other = action === "create" ? former.get(address) : action === "delete" ? rebuilt.get(address) : undefined;
  if (kind !== "ou" || other === undefined || !here.has(other)) return undefined;
  return { code: "LF4212", words: `AWS cannot move an OU: ${action === "create" ? "built anew in place of" : "replaced by"} ${nameOfAddress(other)}` };
}

function codeOf({ cause, action, reason, differences }: Change): Code {
  if (cause === "drift") return "LF4209";
  switch (action) {
    case "invite":
      return "LF4210";
    case "close":
      return "LF4208";
    case "create":
    case "enable":
    case "attach":
      return reason === DECLARED ? "LF4201" : "LF4211";
    case "update":
    case "move":
      return ASPECTS.find(({ of }) => differences.some(({ field }) => of.test(field)))?.code ?? "LF4205";
    case "detach":
    case "delete":
    case "disable":
    case "remove":
      return reason === SAID_TO_GO ? "LF4206" : reason === NOT_DECLARED ? "LF4207" : "LF4211";
  }
}
