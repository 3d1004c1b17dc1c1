import type { ContextMode, PolicyChain, Request } from "../../src/policy/index.ts";
import { type Difference, firstDifference } from "./compare-engines.ts";

/** What no smaller case may lack. */
const NEEDED = new Set(["identity", "name", "document", "Statement", "Effect", "principal", "type", "accountId", "arn", "roleArn", "issuerArn", "provider", "names", "action", "context", "policies"]);

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** Leaves out of a difference what it does not need, piece by piece, until nothing more can go. */
export function shrink(difference: Difference): Difference {
  let smallest = difference;
  let plain = plainOf(difference.chain, difference.request);
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const path of pathsIn(plain)) {
      const candidate = without(plain, path);
      const found = candidate === undefined ? undefined : differenceOf(candidate, difference.what);
      if (candidate === undefined || found === undefined) continue;
      [plain, smallest, shrunk] = [candidate, found, true];
      break;
    }
  }
  return smallest;
}

const plainOf = (chain: PolicyChain, request: Request): Plain =>
  JSON.parse(JSON.stringify({ chain, request }, (_, value: unknown) => (value instanceof Set ? [...value] : value))) as Plain;

/** The difference of a smaller case, if it is of the same sort; a case that is no case any more has none. */
function differenceOf(plain: Plain, what: string): Difference | undefined {
  try {
    const { chain, request } = plain as unknown as { chain: PolicyChain; request: Request };
    const found = firstDifference(chain, [{ ...request, ...revivedMode(request.contextMode) }]);
    return found?.what.split(":")[0] === what.split(":")[0] ? found : undefined;
  } catch {
    return undefined;
  }
}

function revivedMode(mode: unknown): { contextMode?: ContextMode } {
  if (typeof mode !== "object" || mode === null) return {};
  const { unknown, known } = mode as { unknown?: string[]; known?: string[] };
  if (unknown !== undefined) return { contextMode: { unknown: new Set(unknown) } };
  return { contextMode: { known: new Set(known) } };
}

type Path = readonly (string | number)[];

/** Every place of a value from which something can be left out, the largest first. */
function pathsIn(value: Plain, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const keys: (string | number)[] = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value).filter((key) => path.length > 0 && !NEEDED.has(key));
  const here = keys.map((key) => [...path, key]);
  const below = Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]));
  return [...here, ...below];
}

function without(value: Plain, [first, ...rest]: Path): Plain | undefined {
  if (first === undefined || typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) {
    const index = Number(first);
    if (rest.length === 0) return value.length === 1 ? undefined : value.toSpliced(index, 1);
    const inner = without(value[index] ?? null, rest);
    return inner === undefined ? undefined : value.with(index, inner);
  }
  if (rest.length === 0) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== first));
  const inner = without(value[first] ?? null, rest);
  return inner === undefined ? undefined : { ...value, [first]: inner };
}
