import { arnsMeet, type ActionFacts, type Catalog, type PolicyStatement, wildcardExpression } from "../../policy/index.ts";

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

/** Every action of AWS, or of some services, and which of them statements are about. Sets of actions have a place for each, 1 where it is in. */
export class ActionIndex {
  readonly names: readonly string[];
  readonly #facts: readonly (ActionFacts | undefined)[];
  readonly #services = new Map<string, readonly [number, number]>();
  /** Where the names stand that the catalog has not. */
  readonly #others: readonly [number, number];
  #places: ReadonlyMap<string, number> | undefined;
  readonly #patterns = new Map<string, readonly number[]>();
  /** Which set of resource types each action can be about, and the forms of their ARNs; many actions share one. */
  readonly #typesOf: readonly number[];
  readonly #forms: readonly (readonly { readonly arn: string; readonly service: string }[])[];
  /** Of which of these sets a pattern names a resource, as far as was asked. */
  readonly #named = new Map<string, { readonly service: string; readonly of: Map<number, boolean> }>();
  readonly #statements = new WeakMap<PolicyStatement, Uint8Array>();
  readonly #members = new WeakMap<PolicyStatement, readonly number[]>();

  /** `others` are names that policies have and the catalog has not; `prefixes` are those of the services. */
  constructor(catalog: Catalog, others: Iterable<string> = [], prefixes: Iterable<string> = catalog.prefixes()) {
    const facts: (ActionFacts | undefined)[] = [];
    const names: string[] = [];
    for (const prefix of prefixes) {
      const start = names.length;
      for (const action of catalog.service(prefix)?.actions.values() ?? []) {
        names.push(action.action);
        facts.push(action);
      }
      this.#services.set(prefix, [start, names.length]);
    }
    const known = names.length;
    for (const other of others) if (catalog.action(other) === undefined) names.push(other);
    this.names = names;
    this.#others = [known, names.length];
    this.#facts = facts;
    const sets = new Map<string, number>();
    this.#typesOf = facts.map((action) => {
      const forms = (action?.resourceTypes ?? []).flatMap(({ type }) => type.arns).join("\n");
      return sets.get(forms) ?? sets.set(forms, sets.size).size - 1;
    });
    this.#forms = Array.from(sets.keys(), (forms) => (forms === "" ? [] : forms.split("\n").map((form) => form.replaceAll(/\$\{\w+\}/g, "*")).map((arn) => ({ arn, service: serviceOf(arn) }))));
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
    let parts: number[][] = [[...new Set(some.flatMap((statement) => this.#membersOf(statement)))].toSorted((a, b) => a - b)];
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

  #membersOf(statement: PolicyStatement): readonly number[] {
    const known = this.#members.get(statement);
    if (known !== undefined) return known;
    const set = this.matchedBy(statement);
    const members: number[] = [];
    for (let index = 0; index < set.length; index += 1) if (set[index] === 1) members.push(index);
    this.#members.set(statement, members);
    return members;
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

  /** Those of some statements that are about any action that a statement is about. */
  near(asked: PolicyStatement, statements: readonly PolicyStatement[]): PolicyStatement[] {
    const members = this.#membersOf(asked);
    return statements.filter((statement) => {
      const set = this.matchedBy(statement);
      return members.some((index) => set[index] === 1);
    });
  }

  /** Those of some statements that are about a group's actions. */
  about({ index }: ActionGroup, statements: readonly PolicyStatement[]): PolicyStatement[] {
    return statements.filter((statement) => this.matchedBy(statement)[index] === 1);
  }

  /** Whether an action can be about a resource that a pattern names; with an empty one, whether it can be about any at all. */
  isAbout(index: number, resource: string): boolean {
    const types = this.#typesOf[index];
    if (types === undefined) return true;
    return resource === "" ? this.#forms[types]?.length !== 0 : this.#isNamed(types, resource);
  }

  #isNamed(types: number, resource: string): boolean {
    const named = this.#named.get(resource) ?? { service: serviceOf(resource), of: new Map<number, boolean>() };
    this.#named.set(resource, named);
    const known = named.of.get(types) ?? this.#forms[types]?.some(({ arn, service }) => (service === named.service || service === "" || named.service === "") && arnsMeet(arn, resource)) === true;
    named.of.set(types, known);
    return known;
  }

  #matching(pattern: string): readonly number[] {
    const known = this.#patterns.get(pattern);
    if (known !== undefined) return known;
    const found = isWild(pattern) ? this.#matchingWild(pattern) : [this.#placeOf(pattern.toLowerCase()) ?? []].flat();
    this.#patterns.set(pattern, found);
    return found;
  }

  #matchingWild(pattern: string): number[] {
    const [prefix = ""] = pattern.toLowerCase().split(":", 1);
    const [from, to] = this.#services.get(prefix) ?? (isWild(prefix) ? [0, this.names.length] : this.#others);
    const whole = wildcardExpression(pattern, "i");
    const found: number[] = [];
    for (let index = from; index < to; index += 1) if (whole.test(this.names[index] ?? "")) found.push(index);
    return found;
  }

  /** Where a name stands that has no wildcard, in small letters. */
  #placeOf(name: string): number | undefined {
    this.#places ??= new Map(this.names.map((one, index) => [one.toLowerCase(), index]));
    return this.#places.get(name);
  }
}

const isWild = (text: string): boolean => text.includes("*") || text.includes("?");

/** The service that an ARN or a pattern names; empty where it leaves that open. */
function serviceOf(arn: string): string {
  const [, , service = ""] = arn.split(":", 3);
  return /[*?$]/.test(service) || !arn.startsWith("arn:") ? "" : service;
}

/** Both halves of a part, without the empty one. */
function split(part: readonly number[], isIn: (index: number) => boolean): number[][] {
  const [yes, no]: [number[], number[]] = [[], []];
  for (const index of part) (isIn(index) ? yes : no).push(index);
  return [yes, no].filter(({ length }) => length > 0);
}
