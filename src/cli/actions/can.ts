import { accountNamed, type AccessAccount, type AccessPrincipal, type AccessModel, ask, isVisitor, PRINCIPAL_FORMS, principalIn, probableAnswer } from "../../access/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { canHuman, canJson } from "../../report/index.ts";
import { askedAction, askedContext, askedExample, askedOwner, askedResource, askedResourcePolicy } from "../access-question.ts";
import { accessSource } from "../access-source.ts";
import type { Invocation } from "../command.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const typed = words(invocation.args);
  const { action, ...rest } = await askedAction(typed.action, flags);
  const places = [typed.account, flags.text("resourceAccount")].filter((name) => name !== undefined);
  const { model, source, teller: tell } = await accessSource(invocation, { iamOf: concerned(typed), places });
  const named = askedOwner(model, flags);
  const { principal, account } = asker(model, typed, named);
  const context = askedContext(flags);
  const owner = named ?? (principal.account === undefined ? account : undefined);
  const given = typed.resource ?? askedExample(model, { action, ...rest }, owner ?? account, context);
  const resourcePolicy = await askedResourcePolicy(flags, terminal.cwd);
  const asked = { principal, action, context, ...(given === undefined ? {} : { resource: given }), ...(owner === undefined ? {} : { resourceAccount: owner }), ...(resourcePolicy === undefined ? {} : { resourcePolicy }) };
  const answered = ask(model, asked);
  const example = typed.resource === undefined && given !== undefined ? [{ text: `The resource is one that no policy names: ${given}.`, matters: true }] : [];
  const visitors = [...new Set([account, owner ?? account])].filter(isVisitor).map(({ key }) => ({ text: `${key} stands for an account there that has no policies of its own.`, matters: true }));
  const answer = { ...answered, assumptions: [...visitors, ...example, ...answered.assumptions.filter(({ text }) => example.length === 0 || !text.startsWith("The resource "))] };
  const probably = probableAnswer(answer, principal, rest.facts);
  if (flags.text("format") === "json") {
    terminal.out(canJson({ principal: principal.word, account: { key: account.key, id: account.id, isStandIn: account.isStandIn }, action, ...(given === undefined ? {} : { resource: given }), answer, probably, tell, source }, TOOL));
  } else {
    const question = [`${principal.word} in ${account.key}${account.isStandIn ? "" : ` (${account.id})`}`, action, ...(typed.resource === undefined ? [] : [typed.resource])];
    terminal.out(canHuman({ question, answer, probably, tell, source }, terminal.outStyle));
  }
  const expected = flags.text("expect");
  if (expected === undefined || answer.outcome === (expected === "allow" ? "allowed" : "denied")) return "done";
  terminal.note(`\nExpected ${expected}; the answer is ${answer.outcome}.\n`);
  return "expectation";
}

/** The accounts whose IAM has a say: of the principal, and of the resource, which may be a role. */
const concerned = ({ principal, account, resource = "" }: Words): string[] =>
  [account ?? principal.split(":")[4] ?? "", resource.split(":")[4] ?? ""].filter((one) => one !== "");

interface Words {
  readonly principal: string;
  /** Absent where the principal's ARN says it. */
  readonly account?: string;
  readonly action: string;
  readonly resource?: string | undefined;
}

/** `PRINCIPAL in ACCOUNT ACTION [RESOURCE]`, or `ARN ACTION [RESOURCE]`. */
function words([principal = "", ...question]: Invocation["args"]): Words {
  const given = question.filter((word) => word !== undefined);
  const [account, rest] = given[0] === "in" ? [given[1], given.slice(2)] : [undefined, given];
  const [action, resource, more] = rest;
  if (action === undefined || more !== undefined || (account === undefined && !principal.startsWith("arn:"))) {
    throw new LandfallError({ code: "LF9004", severity: "error", summary: "The question is not complete.", fix: `Ask like this:\n\n  landfall can administrator in ACCOUNT s3:PutBucketPolicy\n\nA principal is ${PRINCIPAL_FORMS}.` }, "usage");
  }
  return { principal, ...(account === undefined ? {} : { account }), action, ...(resource === undefined ? {} : { resource: askedResource(resource) }) };
}

/**
 * @throws LandfallError LF9004 for somebody of another organization, when nothing says whose resource it is about
 */
function asker(model: AccessModel, { principal: word, account: name, resource = "" }: Words, owner: AccessAccount | undefined): { readonly principal: AccessPrincipal; readonly account: AccessAccount } {
  const named = name === undefined ? undefined : accountNamed(model, name);
  const principal = principalIn(model, word, named ?? model.managementAccount);
  const account = named ?? principal.account ?? owner ?? model.accountsById.get(resource.split(":")[4] ?? "");
  if (account !== undefined) return { principal, account };
  throw new LandfallError({ code: "LF9004", severity: "error", summary: `${word} is in no account of the organization, and nothing says whose resource it is about.`, fix: `Name the account of the resource:\n\n  landfall can ${word} in ACCOUNT s3:GetObject` }, "usage");
}
