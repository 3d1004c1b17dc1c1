import type { Address, AuthorizationPolicyKind } from "../ids/index.ts";
import { authorizationPolicyTypeFacts, ORGANIZATIONS_QUOTAS } from "../limits/index.ts";
import { minifyPolicy, type PolicyStatement, policySize } from "../policy/index.ts";
import { type Pack, packDescription, type PackPart, type PackPolicy, statementsInPack, statementsOf, textOfStatement } from "./pack.ts";
import { packBase, packName, packNumber } from "./pack-names.ts";

/** A pack that AWS has, with its type and where it is attached. */
export type PackBefore = PackPolicy & { readonly kind: AuthorizationPolicyKind; readonly targets: readonly Address[] };

export interface PackingOptions {
  /** What AWS has: guardrails stay where they are as far as they can. */
  readonly before?: readonly PackBefore[];
  /**
   * Whether one edited guardrail is all that changes. Then its pack may be rewritten at once; otherwise its old and its
   * new text must fit in it together, because the old one goes on denying until everything else is in place.
   */
  readonly alone?: boolean;
  /** How many packs a place has room for, with one slot left free. Default: as many as there are. */
  readonly room?: (kind: AuthorizationPolicyKind, target: Address) => number;
}

/**
 * Joins guardrails that are attached to the same places into as few policies as fit. A guardrail stays in the pack it is
 * in; one that no longer fits goes to another pack of the same places, where it arrives before it leaves the old one.
 * Where a place has more packs than room, its guardrails are joined for that place alone.
 */
export function packed(parts: readonly PackPart[], options: PackingOptions = {}): Pack[] {
  let split = joined(parts);
  // Each round takes one place out of what it shares with others, so there are no more rounds than places.
  for (;;) {
    const wanted = groupsOf(split);
    const homes = homesOf(wanted, options.before ?? []);
    const groups = wanted.map((group) => new Group(group, homes.get(group) ?? [], options));
    const full = tooFull(groups, options);
    if (full === undefined) return groups.flatMap((group) => group.packs());
    const crowded = groups.filter((group) => group.kind === full.kind && group.targets.includes(full.target));
    for (const group of crowded) group.squeeze();
    if (tooFull(groups, options) !== undefined && crowded.length > 1) split = apart(split, full);
    else return groups.flatMap((group) => group.packs());
  }
}

/** One part for each guardrail, though it came in several packs. */
function joined(parts: readonly PackPart[]): PackPart[] {
  const byName = new Map<string, PackPart>();
  for (const part of parts) {
    const key = `${part.kind} ${part.name}`;
    const known = byName.get(key);
    byName.set(key, known === undefined ? part : { ...known, targets: [...known.targets, ...part.targets] });
  }
  return [...byName.values()].map((part) => ({ ...part, targets: [...new Set(part.targets)].toSorted() }));
}

function groupsOf(parts: readonly PackPart[]): PackPart[][] {
  const groups = new Map<string, PackPart[]>();
  for (const part of parts.filter(({ targets }) => targets.length > 0)) {
    const key = JSON.stringify([part.kind, part.targets]);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}

/**
 * The packs in which each group goes on: those with guardrails of the group only, wherever they are attached by now, and
 * those that are attached wherever the group is. So no guardrail comes to a place, for a moment, where it is not wanted.
 */
function homesOf(groups: readonly PackPart[][], before: readonly PackBefore[]): Map<PackPart[], PackBefore[]> {
  const homes = new Map<PackPart[], PackBefore[]>();
  for (const pack of before) {
    const names = [...statementsInPack(pack).keys()];
    let best: { readonly group: PackPart[]; readonly score: number } | undefined;
    for (const group of groups) {
      const [{ kind, targets } = { kind: undefined, targets: [] }] = group;
      const count = names.filter((name) => group.some((part) => part.name === name)).length;
      const isHome = kind === pack.kind && count > 0 && (count === names.length || targets.every((target) => pack.targets.includes(target)));
      if (!isHome) continue;
      const score = count + (packNumber(pack.name, packBase(kind, targets)) === undefined ? 0 : 0.5);
      if (best === undefined || score > best.score) best = { group, score };
    }
    if (best !== undefined) homes.set(best.group, [...(homes.get(best.group) ?? []), pack]);
  }
  return homes;
}

interface Place {
  readonly kind: AuthorizationPolicyKind;
  readonly target: Address;
}

/** A place with more packs than room, in which joining could still help. */
function tooFull(groups: readonly Group[], { room }: PackingOptions): Place | undefined {
  if (room === undefined) return undefined;
  const used = new Map<string, Place & { packs: number; groups: number; canShrink: boolean }>();
  for (const { kind, targets, size, isSqueezed } of groups) {
    for (const target of targets) {
      const before = used.get(`${kind} ${target}`);
      used.set(`${kind} ${target}`, { kind, target, packs: (before?.packs ?? 0) + size, groups: (before?.groups ?? 0) + 1, canShrink: (before?.canShrink ?? false) || !isSqueezed });
    }
  }
  return [...used.values()].find(({ kind, target, packs, groups: shared, canShrink }) => packs > room(kind, target) && (shared > 1 || (packs > 1 && canShrink)));
}

/** The same parts, those of one place apart from what it shares with others. */
const apart = (parts: readonly PackPart[], { kind, target }: Place): PackPart[] =>
  parts.flatMap((part) =>
    part.kind === kind && part.targets.includes(target) && part.targets.length > 1
      ? [{ ...part, targets: part.targets.filter((other) => other !== target) }, { ...part, targets: [target] }]
      : [part],
  );

/** A pack while it is filled. */
interface Bin {
  /** The policy's name. */
  readonly name: string;
  /** What AWS has in it now. */
  readonly old: readonly PolicyStatement[];
  readonly inside: ReadonlyMap<string, readonly PolicyStatement[]>;
  /** Attached, until everything else is in place, also where the group is not. */
  readonly isElsewhere: boolean;
  parts: PackPart[];
}

/** The guardrails of one type that are attached to the same places. */
class Group {
  readonly kind: AuthorizationPolicyKind;
  readonly targets: readonly Address[];
  isSqueezed = false;
  /** Names that AWS has. */
  readonly #taken: ReadonlySet<string>;
  readonly #bins: Bin[];
  /** Guardrails in the order of the file. */
  readonly #order: readonly PackPart[];

  constructor(parts: readonly PackPart[], homes: readonly PackBefore[], { before = [], alone = false }: PackingOptions) {
    this.kind = parts[0]?.kind ?? "scp";
    this.targets = parts[0]?.targets ?? [];
    this.#order = parts;
    this.#taken = new Set(before.filter(({ kind }) => kind === this.kind).map(({ name }) => name));
    this.#bins = homes.map((pack) => ({ name: pack.name, old: statementsOf(pack.document), inside: statementsInPack(pack), isElsewhere: pack.targets.some((target) => !this.targets.includes(target)), parts: [] })).toSorted((a, b) => byName(a.name, b.name));
    const edited: PackPart[] = [];
    for (const part of parts) {
      const home = this.#bins.find(({ inside }) => isSame(inside.get(part.name), part.statements));
      if (home === undefined) edited.push(part);
      else home.parts.push(part);
    }
    for (const part of edited.toSorted((a, b) => sizeOf(b.statements) - sizeOf(a.statements))) {
      const home = this.#bins.find(({ inside }) => inside.has(part.name));
      const stays = home !== undefined && (this.#takes(home, part) || (alone && this.#fits([...home.parts, part])));
      const bin = stays ? home : (this.#bins.find((each) => this.#takes(each, part)) ?? this.#newBin());
      bin.parts.push(part);
    }
  }

  /** How many policies it takes. */
  get size(): number {
    return this.#filled().length;
  }

  packs(): Pack[] {
    return this.#filled().map((bin) => {
      const parts = this.#inOrder(bin);
      return {
        kind: this.kind,
        name: bin.name,
        description: packDescription(parts.map(({ name }) => name)),
        document: documentOf(statementsIn(parts)),
        targets: this.targets,
      };
    });
  }

  /** What is in a pack keeps its order, and what comes follows in the order of the file. */
  #inOrder({ inside, parts }: Bin): PackPart[] {
    const names = [...inside.keys()];
    const place = (part: PackPart): number => (names.includes(part.name) ? names.indexOf(part.name) : names.length + this.#order.indexOf(part));
    return parts.toSorted((a, b) => place(a) - place(b));
  }

  /** Empties the packs that the others have room for, the smallest first. */
  squeeze(): void {
    this.isSqueezed = true;
    for (const bin of this.#filled().toSorted((a, b) => sizeOf(statementsIn(a.parts)) - sizeOf(statementsIn(b.parts)))) {
      const others = this.#filled().filter((other) => other !== bin);
      const saved = others.map(({ parts }) => parts);
      const isEmptied = bin.parts.every((part) => {
        const taker = others.find((other) => this.#takes(other, part));
        if (taker !== undefined) taker.parts = [...taker.parts, part];
        return taker !== undefined;
      });
      if (isEmptied) bin.parts = [];
      else for (const [index, other] of others.entries()) other.parts = saved[index] ?? [];
    }
  }

  #newBin(): Bin {
    const base = packBase(this.kind, this.targets);
    const isTaken = (name: string): boolean => this.#taken.has(name) || this.#bins.some((bin) => bin.name === name);
    let number = 1;
    while (isTaken(packName(base, number))) number += 1;
    const bin: Bin = { name: packName(base, number), old: [], inside: new Map(), isElsewhere: false, parts: [] };
    this.#bins.push(bin);
    return bin;
  }

  /**
   * Whether a pack can take one more while all that it denies now goes on being denied. What is new to it would come, for
   * a moment, also to the places that it leaves: only for want of room.
   */
  #takes({ old, inside, isElsewhere, parts }: Bin, part: PackPart): boolean {
    if (isElsewhere && !this.isSqueezed && !inside.has(part.name)) return false;
    const all = [...parts, part];
    const texts = new Set(statementsIn(all).map(meaningOf));
    const leaving = old.filter((statement) => !texts.has(meaningOf(statement)));
    return this.#fits(all) && sizeOf([...statementsIn(all), ...leaving]) <= authorizationPolicyTypeFacts(this.kind).maxSize;
  }

  #fits(parts: readonly PackPart[]): boolean {
    const isDescribed = Array.from(packDescription(parts.map(({ name }) => name))).length <= ORGANIZATIONS_QUOTAS.policyDescriptionLength;
    return isDescribed && sizeOf(statementsIn(parts)) <= authorizationPolicyTypeFacts(this.kind).maxSize;
  }

  #filled(): Bin[] {
    return this.#bins.filter(({ parts }) => parts.length > 0);
  }
}

const statementsIn = (parts: readonly PackPart[]): PolicyStatement[] => parts.flatMap(({ statements }) => statements);
const documentOf = (statements: readonly PolicyStatement[]) => ({ Version: "2012-10-17" as const, Statement: statements });

const sizes = new WeakMap<PolicyStatement, number>();
const EMPTY_SIZE = policySize(minifyPolicy(documentOf([])));

/** What a policy with some statements counts; each is measured once, however often it is tried in a pack. */
const sizeOf = (statements: readonly PolicyStatement[]): number => statements.reduce((sum, statement) => sum + sizeOfOne(statement), EMPTY_SIZE + Math.max(0, statements.length - 1));

function sizeOfOne(statement: PolicyStatement): number {
  const size = sizes.get(statement) ?? policySize(minifyPolicy(documentOf([statement]))) - EMPTY_SIZE;
  sizes.set(statement, size);
  return size;
}

const isSame = (one: readonly PolicyStatement[] | undefined, other: readonly PolicyStatement[]): boolean =>
  one !== undefined && one.map(textOfStatement).join("\n") === other.map(textOfStatement).join("\n");

/** While a pack is rewritten, statements on their way stand in it without their Sids. */
const meaningOf = ({ Sid: _sid, ...statement }: PolicyStatement): string => textOfStatement(statement);

const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
