import { code, page, table } from "./markdown.mjs";

/** What the emulator does, operation by operation, against all that the SDK's client knows. */
export const emulatorPage = async ({ FAULTS, implementedOperations }) => {
  const services = await Promise.all([...implementedOperations()].map(async ([id, behaves]) => ({ id, behaves, all: await sdkOperations(id) })));
  return {
    path: "docs/reference/emulator.md",
    text: page(
      "# What the emulator does",
      "An operation either behaves as AWS documents it, with its quotas, errors and delays, or is refused by an error that names it. None pretends.",
      table(["Service", "Behaves", "Refuses"], services.map(({ id, behaves, all }) => [id, behaves.length, all.length - behaves.length])),
      "Every other service is refused as a whole. Requests must be signed; the access key decides who asks.",
      "## Trouble on demand",
      `A fault is written ${code("name[:parameter][/operation,…][@rate]")}: ${code("throttle@0.2")} refuses every fifth call, ${code("failing-creation:INTERNAL_FAILURE@x1")} fails the next account, ${code("server-error:503/organizations:List*@10%")} a tenth of the lists. With the same seed and the same calls, the same calls meet it.`,
      table(["Fault", "What happens", "Parameter", "Calls"], FAULTS.map(faultRow)),
      "## Where AWS sends mail or asks people",
      "No mail leaves the emulator: the one-time code that confirms an account's new root e-mail address is the last six digits of the account's id. A request for more accounts becomes a support case after ten minutes and is approved after three hours, up to 50,000; `--speed` makes that short.",
      services.flatMap(({ id, behaves, all }) => [
        `## ${id}`,
        `Behaves: ${behaves.map(code).join(", ")}.`,
        behaves.length === all.length ? undefined : `Refuses: ${all.filter((name) => !behaves.includes(name)).map(code).join(", ")}.`,
        unknown(id, behaves, all),
      ]),
    ),
  };
};

const faultRow = ({ name, title, parameter, operations }) => [
  code(name),
  title,
  parameter === undefined ? "" : `${parameter.says}${parameter.default === undefined ? "" : `; ${parameter.default} by default`}`,
  operations.length > 8 ? "those of Organizations that change something" : operations.includes("*") ? "all" : operations.map(code).join(", "),
];

async function sdkOperations(id) {
  const client = await import(`@aws-sdk/client-${id}`);
  return Object.keys(client).filter((name) => /^[A-Z]\w+Command$/.test(name)).map((name) => name.replace(/Command$/, "")).toSorted();
}

function unknown(id, behaves, all) {
  const invented = behaves.filter((name) => !all.includes(name));
  if (invented.length > 0) throw new RangeError(`AWS's ${id} has no ${invented.join(", ")}`);
  return undefined;
}
