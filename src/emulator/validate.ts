import type { AwsError } from "./aws-error.ts";
import type { Constraint, Operation } from "./operation.ts";
import type { StructureShape } from "./protocols/index.ts";

/** One input member that breaks one of its constraints. */
export interface Violation {
  /** As the operation declares it: `Tags[].Key`. */
  readonly member: string;
  /** As it was sent: `Tags[0].Key`. */
  readonly path: string;
  readonly rule: keyof Constraint;
  readonly constraint: Constraint;
  readonly value: unknown;
}

/** How a service answers an input that breaks constraints. */
export type Refusal = (violations: readonly [Violation, ...Violation[]]) => AwsError;

/** Every constraint that an input breaks: those the operation declares, and the model's required members. */
export function violationsOf(operation: Operation<never, object>, shape: StructureShape, input: object): Violation[] {
  const declared = Object.entries(operation.input);
  const missing = shape.required.filter((name) => operation.input[name]?.required === undefined).map((name) => [name, { required: true }] as const);
  return [...missing, ...declared].flatMap(([member, constraint]) =>
    valuesAt(input, member.split("."), "").flatMap(({ path, value }) => check(member, path, value, constraint)),
  );
}

interface Found {
  readonly path: string;
  readonly value: unknown;
}

/** The values a declared path means; `Tags[]` stands for each item. Under something absent there is nothing to check. */
function valuesAt(container: unknown, parts: readonly string[], path: string): Found[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [{ path, value: container }];
  if (typeof container !== "object" || container === null) return [];
  const each = part.endsWith("[]");
  const name = each ? part.slice(0, -2) : part;
  const value = (container as Record<string, unknown>)[name];
  const at = path === "" ? name : `${path}.${name}`;
  if (!each) return valuesAt(value, rest, at);
  return Array.isArray(value) ? value.flatMap((item, index) => valuesAt(item, rest, `${at}[${index}]`)) : [];
}

function check(member: string, path: string, value: unknown, constraint: Constraint): Violation[] {
  if (value === undefined) return constraint.required ? [{ member, path, rule: "required", constraint, value }] : [];
  const broken: (keyof Constraint)[] = [];
  const size = sizeOf(value);
  if (size !== undefined && constraint.min !== undefined && size < constraint.min) broken.push("min");
  if (size !== undefined && constraint.max !== undefined && size > constraint.max) broken.push("max");
  if (typeof value === "string") {
    if (constraint.pattern && !matches(constraint.pattern, value)) broken.push("pattern");
    if (constraint.values && !constraint.values.includes(value)) broken.push("values");
  }
  return broken.map((rule) => ({ member, path, rule, constraint, value }));
}

/** Characters (as AWS counts them: UTF-16 units), items, or the number itself. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" || Array.isArray(value) ? value.length : undefined;
}

/** A pattern is matched as AWS writes it; flags that keep state between calls are undone. */
function matches(pattern: RegExp, value: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(value);
}
