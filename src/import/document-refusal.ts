import type { PolicyKind } from "../ids/index.ts";
import { isAuthorizationKind, POLICY_TYPES, policyTypeFacts } from "../limits/index.ts";
import {
  checkManagementPolicy,
  type JsonNode,
  type ManagementDocument,
  MANAGEMENT_POLICY_TYPES,
  managementPolicyType,
  parsePolicyText,
  type PolicyProblem,
  policySize,
  policyText,
  readJson,
  spanFinder,
  validatePolicyText,
} from "../policy/index.ts";

export interface Refusal {
  readonly why: string;
  readonly hint?: string;
}

/** Why AWS would not store a text as a policy of a kind; undefined when it would. */
export function documentRefusal(text: string, path: string, kind: PolicyKind): Refusal | undefined {
  const refusal = isAuthorizationKind(kind) ? problemsRefusal(validatePolicyText(text, kind), path) : settingsRefusal(text, path, kind);
  return refusal ?? sizeRefusal(text, path, kind);
}

/** The same for a policy of a permission set or a role. */
export const identityRefusal = (text: string, path: string): Refusal | undefined => problemsRefusal(validatePolicyText(text, "identity"), path);

const refused = (path: string, words: readonly string[], hint: string | undefined): Refusal => ({ why: `AWS would refuse its document ${path}: ${words.join(" ")}`, hint });

function problemsRefusal(problems: readonly PolicyProblem[], path: string): Refusal | undefined {
  const errors = problems.filter(({ severity }) => severity === "error");
  const words = errors.map(({ code, message, at }) => `${code}${at === undefined ? "" : ` line ${at.line}`}: ${message}`);
  return errors.length === 0 ? undefined : refused(path, words, errors[0]?.fix);
}

/** The document of a policy of settings: a tag policy and the like. */
function settingsRefusal(text: string, path: string, kind: PolicyKind): Refusal | undefined {
  const { type, title } = policyTypeFacts(kind);
  const management = managementPolicyType(type);
  if (management === undefined) throw new RangeError(`no grammar of policy type ${kind}`);
  const noJson = problemsRefusal(parsePolicyText(text).problems, path);
  if (noJson !== undefined) return noJson;
  const { root } = readJson(text);
  const other = otherKind(root, kind);
  if (other !== undefined) {
    return {
      why: `its document ${path} is that of another type: ${policyTypeFacts(other).title}, not ${title}`,
      hint: `If that is what you want, add it to the organization file with \`type: "${other}"\`.`,
    };
  }
  const mistakes = checkManagementPolicy(text, management);
  if (mistakes.length === 0) return undefined;
  const span = spanFinder(text);
  const words = mistakes.map((mistake) => {
    const offset = offsetOf(root, mistake.path);
    return `LF3041 line ${span(offset, offset).line}: ${mistake.path.length === 0 ? "" : `${mistake.path.join("/")}: `}${mistake.message}`;
  });
  return refused(path, words, "Correct it and import again.");
}

/** The kind whose key stands at the top, where it is not the wanted one. */
function otherKind(root: JsonNode | undefined, wanted: PolicyKind): PolicyKind | undefined {
  const [top, ...others] = root?.members?.keys() ?? [];
  const type = others.length > 0 ? undefined : MANAGEMENT_POLICY_TYPES.find((each) => each.top === top)?.type;
  const kind = POLICY_TYPES.find((facts) => facts.type === type)?.kind;
  return kind === wanted ? undefined : kind;
}

/** Where the last key of a path stands, as far down as there is one. */
function offsetOf(root: JsonNode | undefined, path: readonly string[]): number {
  let offset = root?.start ?? 0;
  let at = root;
  for (const key of path) {
    const member = at?.members?.get(key);
    if (member === undefined) break;
    offset = member.keyStart;
    at = member.node;
  }
  return offset;
}

/** Measured as landfall sends it: without white space. */
function sizeRefusal(text: string, path: string, kind: PolicyKind): Refusal | undefined {
  const size = policySize(policyText(parsePolicyText(text).value as ManagementDocument));
  const { maxSize, title } = policyTypeFacts(kind);
  if (size <= maxSize) return undefined;
  return { why: `its document ${path} has ${size} characters without white space, and AWS allows ${maxSize} in a ${title}`, hint: "Split it into two policies and import again." };
}
