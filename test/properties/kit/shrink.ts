import { brokenBy, type Failure, type Pair } from "./pairs.ts";
import { repaired, type Sketch } from "./sketch.ts";
import { repairedAfter } from "./successor-repair.ts";
import type { Trouble } from "./trouble.ts";

/** So many smaller pairs are tried at most: each takes about as long as the pair itself. */
const MOST_TRIES = 400;

/** Leaves out of a failing pair what the failure does not need, piece by piece, until nothing more can go. */
export async function shrink(failure: Failure): Promise<Failure> {
  let smallest = failure;
  let tries = 0;
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const pair of smaller(smallest.pair)) {
      tries += 1;
      if (tries > MOST_TRIES) return smallest;
      const broken = await brokenBy(pair);
      if (broken?.rule !== failure.broken.rule) continue;
      [smallest, shrunk] = [{ pair, broken }, true];
      break;
    }
  }
  return smallest;
}

/** Every pair that lacks one thing, the largest first. */
function* smaller(pair: Pair): Generator<Pair> {
  const { before, after, trouble } = pair;
  for (const plainer of plainerTrouble(trouble)) yield { ...pair, trouble: plainer };
  const size = JSON.stringify([before, after]).length;
  const seen = new Set<string>();
  // A thing is left out of both first: left out of one only, it would have to be made or removed.
  for (const [first, second] of [...without(before, after), ...withoutOne(before, after)]) {
    const [less, rest] = [repaired(first), repairedAfter(repaired(first), second)];
    const text = JSON.stringify([less, rest]);
    if (text.length >= size || seen.has(text)) continue;
    seen.add(text);
    yield { ...pair, before: less, after: rest };
  }
}

function plainerTrouble(trouble: Trouble): Trouble[] {
  switch (trouble.kind) {
    case "none":
      return [];
    case "faults":
      return [{ kind: "none" }, ...(trouble.oneIn < 60 ? [{ ...trouble, oneIn: trouble.oneIn * 2 }] : [])];
    case "kills":
      return [{ kind: "none" }, ...(trouble.atWrites.length > 1 ? trouble.atWrites.map((atWrite) => ({ ...trouble, atWrites: [atWrite] })) : []), ...trouble.atWrites.filter((at) => trouble.atWrites.length === 1 && at > 2).flatMap((at) => [{ ...trouble, atWrites: [Math.ceil(at / 2)] }, { ...trouble, atWrites: [at - 1] }])];
    case "foreign":
      return [{ kind: "none" }, ...(trouble.before > 0 ? [{ ...trouble, before: trouble.before - 1 }] : []), ...(trouble.atWrites.length > 0 ? [{ ...trouble, atWrites: trouble.atWrites.slice(1) }] : [])];
  }
}

type Path = readonly (string | number)[];

/** One thing less in both, by its path. */
function without(before: Sketch, after: Sketch): [Sketch, Sketch][] {
  const shared = new Set([...pathsIn(before), ...pathsIn(after)].map((path) => JSON.stringify(namedPath(path, before, after))));
  return [...shared].map((text) => {
    const path = JSON.parse(text) as Path;
    return [removed(before, path), removed(after, path)];
  });
}

const withoutOne = (before: Sketch, after: Sketch): [Sketch, Sketch][] => [
  ...pathsIn(before).map((path): [Sketch, Sketch] => [removed(before, path), after]),
  ...pathsIn(after).map((path): [Sketch, Sketch] => [before, removed(after, path)]),
];

/** Places stand in lists, in another order in each sketch: here they go by their path. */
function namedPath(path: Path, ...sketches: readonly Sketch[]): Path {
  const [first, second, ...rest] = path;
  if (first !== "places" || typeof second !== "number") return path;
  const place = sketches.map(({ places }) => places[second]?.path).find((name) => name !== undefined);
  return [first, place ?? "", ...rest];
}

/** What can be left out of a sketch, things before what is in them. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value).map(([key, member]): [string | number, unknown] => [Array.isArray(value) ? Number(key) : key, member]);
  const here = path.length === 0 ? [] : entries.filter(([key]) => !KEPT.has(key)).map(([key]) => [...path, key]);
  return [...here, ...entries.flatMap(([key, member]) => pathsIn(member, [...path, key]))];
}

/** What a thing of a sketch cannot be without. */
const KEPT: ReadonlySet<string | number> = new Set(["path", "at", "by", "policies", "full", "tags", "state", "type", "description", "statements", "variant", "Effect", "Action", "NotAction", "Resource", "Principal", "services", "rootAccess", "remove"]);

function removed(sketch: Sketch, path: Path): Sketch {
  const copy = structuredClone(sketch);
  let holder: unknown = copy;
  for (const key of path.slice(0, -1)) holder = memberOf(holder, key);
  const last = path.at(-1) ?? "";
  if (Array.isArray(holder)) {
    const index = typeof last === "number" ? last : holder.findIndex((member: { path?: string }) => member.path === last);
    if (index >= 0) holder.splice(index, 1);
  } else if (typeof holder === "object" && holder !== null) Reflect.deleteProperty(holder, last);
  return copy;
}

function memberOf(holder: unknown, key: string | number): unknown {
  if (Array.isArray(holder)) return typeof key === "number" ? (holder[key] as unknown) : holder.find((member: { path?: string }) => member.path === key);
  return typeof holder === "object" && holder !== null ? (holder as Readonly<Record<string, unknown>>)[key] : undefined;
}
