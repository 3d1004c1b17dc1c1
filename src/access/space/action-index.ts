import { arnsMeet, type ActionFacts, type Catalog, type PolicyStatement } from "../../policy/index.ts";

/** Actions that no statement tells apart, and one of them to ask about. */
export interface ActionGroup {
  readonly actions: readonly string[];
  /** The one to ask about: one that people know, where there is one. */
  readonly asked: string;
  readonly facts: ActionFacts | undefined;
  /** Its place among all actions. */
  readonly index: number;
}

/** What people understand as an example. */
const FAMILIAR: ReadonlySet<string> = new Set([
  "ec2:RunInstances", "ec2:TerminateInstances", "ec2:DescribeInstances", "s3:GetObject", "s3:PutObject", "s3:CreateBucket", "lambda:CreateFunction", "iam:CreateUser", "iam:CreateRole", "rds:CreateDBInstance",
]);

/** A set of actions as a statement would write it. */
export interface ActionWords {
  readonly actions: readonly string[];
  readonly except?: readonly string[];
}

/** Every action of AWS, and which of them statements are about. Sets of actions have a place for each, 1 where it is in. */
export class ActionIndex {
  readonly names: readonly string[];
  readonly #facts: readonly (ActionFacts | undefined)[];
  readonly #services = new Map<string, readonly [number, number]>();
  readonly #patterns = new Map<string, readonly number[]>();
  readonly #meets = new Map<string, boolean>();
  readonly #statements = new WeakMap<PolicyStatement, Uint8Array>();

  /** `others` are names that policies have and the catalog has not. */
  constructor(catalog: Catalog, others: Iterable<string> = []) {
    const facts: (ActionFacts | undefined)[] = [];
    const names: string[] = [];
    for (const prefix of catalog.prefixes()) {
      const start = names.length;
      for (const action of catalog.service(prefix)?.actions.values() ?? []) {
        names.push(action.action);
        facts.push(action);
      }
      this.#services.set(prefix, [start, names.length]);
    }
    for (const other of others) if (catalog.action(other) === undefined) names.push(other);
    this.names = names;
    this.#facts = facts;
  }

  /** The actions that a statement is about. */
  matchedBy(statement: PolicyStatement): Uint8Array {
    const known = this.#statements.get(statement);
    if (known !== undefined) return known;
    const { Action, NotAction } = statement;
    const set = new Uint8Array(this.names.length).fill(Action === undefined ? 1 : 0);
    for (const pattern of [Action ?? NotAction ?? []].flat()) for (const index of this.#matching(pattern)) set[index] = Action === undefined ? 0 : 1;
    this.#statements.set(statement, set);
    return set;
  }

  /**
   * The actions that any of some statements is about, in groups that none of all statements tells apart: neither by
   * actions nor by the resources that an action can be about.
   */
  groups(some: readonly PolicyStatement[], all: readonly PolicyStatement[], resources: readonly string[]): ActionGroup[] {
    const wanted = some.map((statement) => this.matchedBy(statement));
    const members: number[] = [];
    for (let index = 0; index < this.names.length; index += 1) if (wanted.some((set) => set[index] === 1)) members.push(index);
    let parts: number[][] = [members];
    for (const statement of all) {
      const set = this.matchedBy(statement);
      parts = parts.flatMap((part) => split(part, (index) => set[index] === 1));
    }
    for (const resource of ["", ...resources]) parts = parts.flatMap((part) => split(part, (index) => this.isAbout(index, resource)));
    return parts.map((part) => {
      const first = part.find((index) => FAMILIAR.has(this.names[index] ?? "")) ?? part[0] ?? -1;
      return { actions: part.map((index) => this.names[index] ?? ""), asked: this.names[first] ?? "", facts: this.#facts[first], index: first };
    });
  }

  /** Actions in few words: `s3:*` where it is all of a service, each other by its name; or all but a few. */
  wordsFor(actions: ReadonlySet<string>): ActionWords {
    if (actions.size <= this.names.length / 2) return { actions: this.#inWords(actions) };
    const others = new Set(this.names.filter((name) => !actions.has(name)));
    return others.size === 0 ? { actions: ["*"] } : { actions: ["*"], except: this.#inWords(others) };
  }

  #inWords(actions: ReadonlySet<string>): string[] {
    const byService = new Map<string, string[]>();
    for (const action of actions) {
      const [prefix = ""] = action.split(":", 1);
      (byService.get(prefix) ?? byService.set(prefix, []).get(prefix))?.push(action);
    }
    return [...byService].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([prefix, own]) => {
      const [from, to] = this.#services.get(prefix) ?? [0, 0];
      return own.length > 1 && own.length === to - from ? [`${prefix}:*`] : own.toSorted();
    });
  }

  /** Those of some statements that are about a group's actions. */
  about({ index }: ActionGroup, statements: readonly PolicyStatement[]): PolicyStatement[] {
    return statements.filter((statement) => this.matchedBy(statement)[index] === 1);
  }

  /** Whether an action can be about a resource that a pattern names; with an empty one, whether it can be about any at all. */
  isAbout(index: number, resource: string): boolean {
    const facts = this.#facts[index];
    if (facts === undefined) return true;
    return resource === "" ? facts.resourceTypes.length > 0 : facts.resourceTypes.some(({ type }) => type.arns.some((arn) => this.#meet(arn, resource)));
  }

  #meet(arn: string, resource: string): boolean {
    const key = `${arn} ${resource}`;
    let meet = this.#meets.get(key);
    if (meet === undefined) this.#meets.set(key, (meet = arnsMeet(arn.replaceAll(/\$\{\w+\}/g, "*"), resource)));
    return meet;
  }

  #matching(pattern: string): readonly number[] {
    const known = this.#patterns.get(pattern);
    if (known !== undefined) return known;
    const [prefix = ""] = pattern.toLowerCase().split(":", 1);
    const [from, to] = this.#services.get(prefix) ?? [0, this.names.length];
    const whole = new RegExp(`^${pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
    const found: number[] = [];
    for (let index = from; index < to; index += 1) if (whole.test(this.names[index] ?? "")) found.push(index);
    this.#patterns.set(pattern, found);
    return found;
  }
}

/** Both halves of a part, without the empty one. */
function split(part: readonly number[], isIn: (index: number) => boolean): number[][] {
  const [yes, no]: [number[], number[]] = [[], []];
  for (const index of part) (isIn(index) ? yes : no).push(index);
  return [yes, no].filter(({ length }) => length > 0);
}
