import { code, page, table } from "./markdown.mjs";

/** What the emulator does, operation by operation, against all that the SDK's client knows. */
export const emulatorPage = async ({ implementedOperations }) => {
  const services = await Promise.all([...implementedOperations()].map(async ([id, behaves]) => ({ id, behaves, all: await sdkOperations(id) })));
  return {
    path: "docs/reference/emulator.md",
    text: page(
      "# What the emulator does",
      "An operation either behaves as AWS documents it, with its quotas, errors and delays, or is refused by an error that names it. None pretends.",
      table(["Service", "Behaves", "Refuses"], services.map(({ id, behaves, all }) => [id, behaves.length, all.length - behaves.length])),
      "Every other service is refused as a whole. Requests must be signed; the access key decides who asks.",
      services.flatMap(({ id, behaves, all }) => [
        `## ${id}`,
        `Behaves: ${behaves.map(code).join(", ")}.`,
        behaves.length === all.length ? undefined : `Refuses: ${all.filter((name) => !behaves.includes(name)).map(code).join(", ")}.`,
        unknown(id, behaves, all),
      ]),
    ),
  };
};

async function sdkOperations(id) {
  const client = await import(`@aws-sdk/client-${id}`);
  return Object.keys(client).filter((name) => /^[A-Z]\w+Command$/.test(name)).map((name) => name.replace(/Command$/, "")).toSorted();
}

function unknown(id, behaves, all) {
  const invented = behaves.filter((name) => !all.includes(name));
  if (invented.length > 0) throw new RangeError(`AWS's ${id} has no ${invented.join(", ")}`);
  return undefined;
}
