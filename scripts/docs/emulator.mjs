import { code, page, table } from "./markdown.mjs";

/** What every operation of a service can answer besides its own errors. */
const COMMON = {
  organizations: "Every operation can also answer `InvalidInputException` with the reason that a member breaks its constraints, and `TooManyRequestsException`.",
  account: "Every operation can also answer `ValidationException` for a member that breaks its constraints, and `TooManyRequestsException`.",
};
const COMMON_ELSEWHERE = "Every operation can also answer that a member breaks its constraints.";

/** What the emulator does, operation by operation, against all that the SDK's client knows. */
export const emulatorPage = async ({ CREATION_FAILURES, FAULTS, implementedOperations, ...limits }) => {
  const services = await Promise.all([...implementedOperations()].map(async ([id, behaves]) => ({ id, behaves, refused: refusedOf(id, behaves, await sdkOperations(id)) })));
  const rates = { organizations: limits.ORGANIZATIONS_THROTTLES, account: limits.ACCOUNT_THROTTLES };
  return {
    path: "docs/reference/emulator.md",
    text: page(
      "# What the emulator does",
      "An operation either behaves as AWS documents it, with its quotas, errors and delays, or is refused by an error that names it. None pretends.",
      table(["Service", "Behaves", "Refuses"], services.map(({ id, behaves, refused }) => [id, behaves.length, refused.length])),
      "Every other service is refused as a whole. Requests must be signed; the access key decides who asks.",
      "## What decides",
      "Every call is decided by policies before it does anything: those of the caller, its permissions boundary and its session, the trust policy of a role, and the SCPs of the caller's account and the RCPs of the resource's, from the root of the organization down. Every resource that a call names has to be let through, and the condition keys of each operation are those of the Service Authorization Reference. What AWS asks besides is asked too: `iam:PassRole` where a role is handed on, the action that tags where tags go along, `iam:CreateServiceLinkedRole` where a service makes its role in the caller's name, and KMS where a secret is read. A denial has AWS's words and, where AWS tells it, the ARN of the policy.",
      "A request here comes from nowhere: what hangs on `aws:SourceIp`, `aws:UserAgent` or `aws:Referer`, or on a policy of AWS whose text is not reproduced, is not decided; it never allows, and the answer says so. `landfall try` asks the same policies about any action of AWS, and takes such keys with `--context`.",
      "## Trouble on demand",
      `A fault is written ${code("name[:parameter][/operation,…][@rate]")}: ${code("throttle@0.2")} refuses every fifth call, ${code("failing-creation:INTERNAL_FAILURE@x1")} fails the next account, ${code("server-error:503/organizations:List*@10%")} a tenth of the lists. With the same seed and the same calls, the same calls meet it.`,
      table(["Fault", "What happens", "Parameter", "Calls"], FAULTS.map(faultRow)),
      `The reasons of ${code("failing-creation")}: ${CREATION_FAILURES.map(code).join(", ")}.`,
      `${code("refusal")} takes every error that an operation has below, and every other of AWS's model: ${code("refusal:ConstraintViolationException.CLOSE_ACCOUNT_QUOTA_EXCEEDED/organizations:CloseAccount")} closes no account, ${code("refusal:ConcurrentModificationException/organizations:MoveAccount@x1")} moves the next one at the second try.`,
      "## Where AWS sends mail or asks people",
      "No mail leaves the emulator: the one-time code that confirms an account's new root e-mail address is the last six digits of the account's id. A request for more accounts becomes a support case after ten minutes and is approved after three hours, up to 50,000; `--speed` makes that short.",
      "## Types of policies",
      table(["Type", "Policies", "Characters", "On one root, unit or account", "Needs trusted access for"], limits.POLICY_TYPES.map(typeRow)),
      services.flatMap((service) => serviceSection(service, rates[service.id])),
    ),
  };
};

const faultRow = ({ name, title, parameter, operations }) => [
  code(name),
  title,
  parameter === undefined ? "" : `${parameter.says}${parameter.default === undefined ? "" : `; ${parameter.default} by default`}`,
  operations.length > 8 ? "those of Organizations that change something" : operations.includes("*") ? "all" : operations.map(code).join(", "),
];

const typeRow = ({ type, maxPerOrganization, maxSize, maxPerTarget, trustedAccess }) => [
  code(type), number(maxPerOrganization), number(maxSize), maxPerTarget, trustedAccess === undefined ? "" : code(trustedAccess),
];

const number = (value) => value.toLocaleString("en-US");

/** One service: what each operation that behaves declares, then what is refused. */
function serviceSection({ id, behaves, refused }, rates) {
  const needsMore = behaves.some(({ further }) => further.length > 0);
  const rows = behaves.map(({ name, errors, quotas, further }) => [
    code(name), ...(needsMore ? [further.map(code).join(", ")] : []), errors.map(code).join(", "), quotas.join("; "), ...(rates === undefined ? [] : [rateOf(rates[name])]),
  ]);
  return [
    `## ${id}`,
    COMMON[id] ?? COMMON_ELSEWHERE,
    table(["Behaves", ...(needsMore ? ["May also need"] : []), "Errors", "Quotas", ...(rates === undefined ? [] : ["Calls a second, and at once"])], rows),
    refused.length === 0 ? undefined : `Refuses: ${refused.map(code).join(", ")}.`,
  ];
}

const rateOf = (rate) => (rate === undefined ? "" : bucket(rate.account) + (rate.organization === undefined ? "" : `; ${bucket(rate.organization)} in the organization`));
const bucket = ({ rate, burst }) => `${rate}, ${burst}`;

async function sdkOperations(id) {
  const client = await import(`@aws-sdk/client-${id}`);
  return Object.keys(client).filter((name) => /^[A-Z]\w+Command$/.test(name)).map((name) => name.replace(/Command$/, "")).toSorted();
}

/** The operations of the SDK that the emulator does not have. Throws for one that only the emulator has. */
function refusedOf(id, behaves, all) {
  const names = behaves.map(({ name }) => name);
  const invented = names.filter((name) => !all.includes(name));
  if (invented.length > 0) throw new RangeError(`AWS's ${id} has no ${invented.join(", ")}`);
  return all.filter((name) => !names.includes(name));
}
