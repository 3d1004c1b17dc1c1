import { dirname, resolve } from "node:path";
import { proveExpectations } from "../../access/index.ts";
import { type ExitReason, LandfallError, nearest } from "../../diagnostics/index.ts";
import type { Organization } from "../../organization/index.ts";
import { loadCatalog } from "../../policy/index.ts";
import { expectationsHuman, expectationsJson, expectationsJunit, listing } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { usable } from "../planning.ts";
import { statementTeller } from "../statement-places.ts";
import { TOOL } from "../version.ts";

export async function act({ args: [part], flags, terminal }: Invocation): Promise<ExitReason> {
  const checked = await readOrganizationFile(flags, terminal);
  const organization = chosen(usable(checked), part);
  const { results, model } = proveExpectations(organization, await loadCatalog());
  const tell = statementTeller(model, organization, { placeOf: checked.placeOf, folder: dirname(resolve(terminal.cwd, checked.file)), cwd: terminal.cwd });
  const screen = { results, tell, file: checked.file };
  const format = flags.text("format");
  if (format === "json") terminal.out(expectationsJson(screen, TOOL));
  else if (format === "junit") terminal.out(expectationsJunit(screen));
  else terminal.out(expectationsHuman(screen, terminal.outStyle));
  if (results.some(({ outcome }) => outcome === "mistaken")) return "findings";
  return results.every(({ outcome }) => outcome === "holds") ? "done" : "expectation";
}

/** The organization with the expectations that are asked for; none is a mistake and no success. */
function chosen(organization: Organization, part: string | undefined): Organization {
  const { expectations = {} } = organization;
  const names = Object.keys(expectations);
  const wanted = part === undefined ? names : names.filter((name) => name.toLowerCase().includes(part.toLowerCase()));
  if (wanted.length > 0) return { ...organization, expectations: Object.fromEntries(wanted.flatMap((name) => (expectations[name] === undefined ? [] : [[name, expectations[name]]]))) };
  const suggestion = part === undefined ? undefined : nearest(part, names);
  throw new LandfallError({
    code: "LF9001",
    severity: "error",
    summary: part === undefined ? "The organization file expects nothing." : `No expectation has "${part}" in its name.`,
    fix: part === undefined ? EXAMPLE : `Name a part of one of them: ${listing(names, MOST_NAMES)}.`,
    ...(suggestion === undefined ? {} : { suggestion }),
  }, "usage");
}

const MOST_NAMES = 8;
const EXAMPLE = `Write what must hold under \`expectations\`, for example:

  expectations: {
    "no keys in production": {
      cannot: ["iam:CreateAccessKey"],
      ous: ["Workloads/Prod"],
    },
  },`;
