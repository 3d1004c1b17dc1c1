import type { Import } from "./imports.ts";
import { EMULATOR, FIRST_IMPURE_ROW, roomOf, rowOf, ROWS, SDK } from "./rooms.ts";
import { isTest } from "./source-files.ts";

/** Says what is wrong with an import; undefined when nothing is. */
type RoomRule = (given: Import) => string | undefined;

/** An import goes down the table, or to the left within its row. */
const goesDown: RoomRule = ({ from, to }) => {
  const [here, there] = crossing(from, to);
  if (here === undefined || there === undefined || here === EMULATOR.name || there === EMULATOR.name) return undefined;
  const [row, target] = [rowOf(here), rowOf(there)];
  if (target < row) return undefined;
  if (target > row) return `${here} (row ${row}) may not know ${there} (row ${target})`;
  const order = ROWS[row] ?? [];
  return order.indexOf(there) < order.indexOf(here) ? undefined : `${here} may not know ${there}, which its row names later`;
};

const throughTheDoor: RoomRule = ({ from, to }) => {
  if (from === "src/index.ts" && to?.endsWith("/types.ts") === true) return undefined;
  const there = to === undefined ? undefined : roomOf(to);
  if (there === undefined || there === roomOf(from) || to === `src/${there}/index.ts`) return undefined;
  return `${there} is entered past its index.ts`;
};

const emulatorApart: RoomRule = ({ from, to }) => {
  const [here, there] = crossing(from, to);
  if (here === EMULATOR.name && there !== undefined && !EMULATOR.knows.some((room) => room === there)) return `the emulator may not know ${there}`;
  if (there === EMULATOR.name && !EMULATOR.knownTo.some((room) => room === here)) return `${here ?? "the package's door"} may not know the emulator`;
  return undefined;
};

const staysInside: RoomRule = ({ to }) => {
  if (to === undefined || to === "package.json") return undefined;
  if (!to.startsWith("src/")) return "the product may not import what is outside of src";
  return isTest(to) ? "the product may not import what belongs to tests" : undefined;
};

const pureBelow: RoomRule = ({ from, specifier }) => {
  const room = roomOf(from);
  if (room === undefined || rowOf(room) < 0 || rowOf(room) >= FIRST_IMPURE_ROW) return undefined;
  if (specifier.startsWith("node:")) return `${room} is pure and may not ask the system`;
  return SDK.packages.test(specifier) ? `${room} is pure and may not know the SDK` : undefined;
};

const sdkApart: RoomRule = ({ from, specifier, typeOnly }) => {
  if (!SDK.packages.test(specifier)) return undefined;
  const room = roomOf(from);
  if (SDK.values.some((name) => name === room)) return undefined;
  if (!SDK.types.some((name) => name === room)) return `${room ?? "the package's door"} may not know the SDK`;
  return typeOnly ? undefined : `${room ?? ""} may know the SDK's types only`;
};

const RULES: readonly RoomRule[] = [goesDown, throughTheDoor, emulatorApart, staysInside, pureBelow, sdkApart];

/** What is wrong with an import, each as a line that says where. */
export const offensesOf = (given: Import): string[] =>
  RULES.flatMap((rule) => rule(given) ?? []).map((what) => `${given.from}:${given.line} imports ${given.specifier}: ${what}`);

/** The two rooms of an import that leaves its own. */
function crossing(from: string, to: string | undefined): [string | undefined, string | undefined] {
  const here = roomOf(from);
  const there = to === undefined ? undefined : roomOf(to);
  return here === there ? [undefined, undefined] : [here, there];
}
