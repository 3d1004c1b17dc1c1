import { PAGE, POLICY_DOCUMENT, POLICY_NAME, required } from "./constraints.ts";
import { limitExceeded, noSuchEntity } from "./errors.ts";
import { IDENTITY_KINDS, type IdentityKind, nameIn, type NamedInput } from "./identities.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { checkPolicyDocument, countedLength, encodeDocument } from "./policy-document.ts";

type PolicyInput = NamedInput & { readonly PolicyName: string };

const naming = (of: IdentityKind) => ({ [of.member]: required(of.constraint), PolicyName: required(POLICY_NAME) });

const inlineNotFound = (of: IdentityKind, name: string) => noSuchEntity(`The ${of.kind.toLowerCase()} policy with name ${name} cannot be found.`);

/** Puts a new one, or another in its place. */
const putPolicy = (of: IdentityKind) =>
  operation<PolicyInput & { readonly PolicyDocument: string }>({
    name: `Put${of.kind}Policy`,
    input: { ...naming(of), PolicyDocument: required(POLICY_DOCUMENT) },
    errors: ["LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", ...of.protects],
    quotas: [`${of.mostInlineSize} characters in all inline policies together`],
    run(call, input) {
      const identity = of.find(call.world, accountOf(call), nameIn(of, input));
      checkPolicyDocument("identity", input.PolicyDocument);
      const inline = { ...identity.inline, [input.PolicyName]: input.PolicyDocument };
      const size = Object.values(inline).reduce((sum, document) => sum + countedLength(document), 0);
      if (size > of.mostInlineSize) throw limitExceeded(`Maximum policy size of ${of.mostInlineSize} bytes exceeded for ${of.kind.toLowerCase()} ${identity.name}`);
      of.change(call.world, accountOf(call), identity.name, { inline });
      return {};
    },
  });

const getPolicy = (of: IdentityKind) =>
  operation<PolicyInput>({
    name: `Get${of.kind}Policy`,
    input: naming(of),
    errors: ["NoSuchEntity"],
    run(call, input) {
      const identity = of.find(call.world, accountOf(call), nameIn(of, input));
      const document = Object.hasOwn(identity.inline, input.PolicyName) ? identity.inline[input.PolicyName] : undefined;
      if (document === undefined) throw inlineNotFound(of, input.PolicyName);
      return { [of.member]: identity.name, PolicyName: input.PolicyName, PolicyDocument: encodeDocument(document) };
    },
  });

const deletePolicy = (of: IdentityKind) =>
  operation<PolicyInput>({
    name: `Delete${of.kind}Policy`,
    input: naming(of),
    errors: ["NoSuchEntity", ...of.protects],
    run(call, input) {
      const identity = of.find(call.world, accountOf(call), nameIn(of, input));
      if (!Object.hasOwn(identity.inline, input.PolicyName)) throw inlineNotFound(of, input.PolicyName);
      const { [input.PolicyName]: _gone, ...inline } = identity.inline;
      of.change(call.world, accountOf(call), identity.name, { inline });
      return {};
    },
  });

const listPolicies = (of: IdentityKind) =>
  operation<NamedInput & PageInput>({
    name: `List${of.kind}Policies`,
    input: { [of.member]: required(of.constraint), ...PAGE },
    errors: ["NoSuchEntity", "ValidationError"],
    run(call, input) {
      const identity = of.find(call.world, accountOf(call), nameIn(of, input));
      const { items, ...rest } = page(input, Object.keys(identity.inline), (name) => name);
      return { PolicyNames: items, ...rest };
    },
  });

export const inlinePolicyOperations = IDENTITY_KINDS.flatMap((of) => [putPolicy(of), getPolicy(of), deletePolicy(of), listPolicies(of)]);
