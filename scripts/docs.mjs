// Writes the generated pages of docs/. With --check it writes nothing and fails when a page is not as it should be.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandsPage } from "./docs/commands.mjs";
import { emulatorPage } from "./docs/emulator.mjs";
import { errorIndex, errorPages } from "./docs/errors.mjs";
import { exitCodesPage } from "./docs/exit-codes.mjs";
import { guardrailsPage } from "./docs/guardrails.mjs";
import { organizationFilePage } from "./docs/organization-file.mjs";
import { rowsPage } from "./docs/rows.mjs";
import { rulesPage } from "./docs/rules.mjs";
import { load } from "./load.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** In these folders every page is generated. */
const GENERATED_DIRS = ["docs/errors", "docs/reference"];

const product = await load(`
  export { CODES, EXIT_CODES } from "./src/diagnostics/index.ts";
  export { contentOf, FOUNDATION_ROLES, GUARDRAILS } from "./src/guardrails/index.ts";
  export { FORMS as PARAMETER_FORMS } from "./src/guardrails/parameters.ts";
  export { proofSettings } from "./src/guardrails/prove.ts";
  export { organizationSchema } from "./src/organization/index.ts";
  export { ARTICLES, ROWS, RULES } from "./src/review/index.ts";
  export { GENERAL_FLAGS } from "./src/cli/flags.ts";
  export { COMMANDS, HABITS } from "./src/cli/registry.ts";
  export { CREATION_FAILURES, FAULTS, implementedOperations } from "./src/emulator/index.ts";
  export { ACCOUNT_THROTTLES, ORGANIZATIONS_THROTTLES, POLICY_TYPES } from "./src/limits/index.ts";
`, "docs");

const makers = [errorPages, errorIndex, commandsPage, exitCodesPage, emulatorPage, guardrailsPage, rowsPage, rulesPage, organizationFilePage];
const pages = new Map((await Promise.all(makers.map(async (make) => make(product)))).flat().map(({ path, text }) => [path, text]));
const present = GENERATED_DIRS.filter((dir) => existsSync(join(root, dir))).flatMap((dir) => readdirSync(join(root, dir)).map((name) => `${dir}/${name}`));
const superfluous = present.filter((path) => !pages.has(path));
const wrong = [...pages].filter(([path, text]) => !present.includes(path) || readFileSync(join(root, path), "utf8") !== text).map(([path]) => path);

if (process.argv.includes("--check")) {
  for (const path of wrong) console.error(`${path} is missing or not as \`npm run docs\` writes it`);
  for (const path of superfluous) console.error(`${path} is a page of nothing`);
  process.exitCode = wrong.length + superfluous.length === 0 ? 0 : 1;
} else {
  for (const dir of GENERATED_DIRS) mkdirSync(join(root, dir), { recursive: true });
  for (const path of wrong) writeFileSync(join(root, path), pages.get(path));
  for (const path of superfluous) rmSync(join(root, path));
  console.log(`${pages.size} pages: ${wrong.length} written, ${superfluous.length} removed`);
}
