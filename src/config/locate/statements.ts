import type { Directive, ForInStatement, ForOfStatement, ForStatement, IfStatement, Statement, TSEnumDeclaration, VariableDeclaration } from "oxc-parser";
import { functionOf } from "./functions.ts";
import { bind } from "./patterns.ts";
import type { Scope } from "./scope.ts";
import { list, scalar, type Traced, type TracedMember, truth, unknown } from "./traced.ts";
import type { Tracing } from "./tracing.ts";

/** How a statement ended the flow. `sure` is false when a condition before it was not known. */
interface Ending {
  readonly kind: "return" | "break" | "continue";
  readonly value?: Traced;
  readonly sure: boolean;
}

type Body = readonly (Directive | Statement)[];

/** Runs statements in order; functions are known before the first. */
export function runBlock(body: Body, scope: Scope, tracing: Tracing): Ending | undefined {
  for (const statement of body) {
    if (statement.type === "FunctionDeclaration" && statement.id !== null) scope.declare(statement.id.name, functionOf(statement, scope, tracing));
  }
  for (const [index, statement] of body.entries()) {
    const ending = runStatement(statement, scope, tracing);
    if (ending === undefined) continue;
    if (ending.sure || ending.value === undefined) return ending;
    const rest = runBlock(body.slice(index + 1), scope, tracing);
    const options = [ending.value, ...(rest?.value === undefined ? [] : [rest.value])];
    return { kind: "return", sure: rest?.sure ?? false, value: { kind: "either", options, origin: ending.value.origin } };
  }
  return undefined;
}

export function runStatement(node: Statement | Directive, scope: Scope, tracing: Tracing): Ending | undefined {
  tracing.step();
  switch (node.type) {
    case "VariableDeclaration":
      declare(node, scope, tracing);
      return undefined;
    case "TSEnumDeclaration":
      scope.declare(node.id.name, enumOf(node, scope, tracing));
      return undefined;
    case "ExpressionStatement":
      tracing.expression(node.expression, scope);
      return undefined;
    case "ReturnStatement":
      return { kind: "return", sure: true, value: node.argument === null ? scalar(undefined, scope.origin(node)) : tracing.expression(node.argument, scope) };
    case "BlockStatement":
      return runBlock(node.body, scope.inner(), tracing);
    case "IfStatement":
      return runIf(node, scope, tracing);
    case "ForOfStatement":
    case "ForInStatement":
      return runForEach(node, scope, tracing);
    case "ForStatement":
      return runFor(node, scope, tracing);
    case "TryStatement":
      return runBlock(node.block.body, scope.inner(), tracing);
    case "BreakStatement":
      return { kind: "break", sure: true };
    case "ContinueStatement":
      return { kind: "continue", sure: true };
    default:
      return undefined;
  }
}

function declare(node: VariableDeclaration, scope: Scope, tracing: Tracing): void {
  for (const { id, init } of node.declarations) {
    bind(id, init === null ? scalar(undefined, scope.origin(id)) : tracing.expression(init, scope), scope, tracing);
  }
}

function enumOf(node: TSEnumDeclaration, scope: Scope, tracing: Tracing): Traced {
  const members = new Map<string, TracedMember>();
  for (const { id, initializer } of node.body.members) {
    const name = id.type === "Identifier" ? id.name : id.type === "Literal" ? id.value : undefined;
    if (name === undefined || initializer === null) continue;
    members.set(name, { key: scope.origin(id), value: tracing.expression(initializer, scope) });
  }
  return { kind: "object", members, origin: scope.origin(node) };
}

function runIf(node: IfStatement, scope: Scope, tracing: Tracing): Ending | undefined {
  const test = truth(tracing.expression(node.test, scope));
  if (test !== undefined) {
    const branch = test ? node.consequent : node.alternate;
    return branch === null ? undefined : runStatement(branch, scope, tracing);
  }
  const endings = [node.consequent, node.alternate].flatMap((branch) => (branch === null ? [] : [runStatement(branch, scope, tracing)]));
  const values = endings.flatMap((ending) => (ending?.kind === "return" && ending.value !== undefined ? [ending.value] : []));
  const [first] = values;
  if (first === undefined) return undefined;
  // Both ways return: nothing after them counts.
  const sure = values.length === 2 && endings.every((ending) => ending?.sure === true);
  return { kind: "return", sure, value: { kind: "either", options: values, origin: first.origin } };
}

function runForEach(node: ForOfStatement | ForInStatement, scope: Scope, tracing: Tracing): Ending | undefined {
  const over = tracing.expression(node.right, scope);
  const items = node.type === "ForOfStatement" ? over : keysOf(over);
  // Of a list that is not known, the body is followed once.
  for (const item of items.kind === "list" ? items.items : [unknown(over.origin)]) {
    const round = scope.inner();
    if (node.left.type === "VariableDeclaration") {
      const [first] = node.left.declarations;
      if (first !== undefined) bind(first.id, item, round, tracing);
    } else if (node.left.type === "Identifier") {
      scope.assign(node.left.name, item);
    }
    const ending = runStatement(node.body, round, tracing);
    if (ending?.kind === "return") return ending;
    if (ending?.kind === "break" && ending.sure) return undefined;
  }
  return undefined;
}

function keysOf(value: Traced): Traced {
  if (value.kind !== "object") return unknown(value.origin);
  return list([...value.members].map(([key, member]) => scalar(key, member.key)), value.origin);
}

function runFor(node: ForStatement, scope: Scope, tracing: Tracing): Ending | undefined {
  const round = scope.inner();
  if (node.init?.type === "VariableDeclaration") declare(node.init, round, tracing);
  else if (node.init !== null) tracing.expression(node.init, round);
  for (;;) {
    tracing.step();
    const test = node.test === null ? true : truth(tracing.expression(node.test, round));
    if (test === false) return undefined;
    const ending = runStatement(node.body, round.inner(), tracing);
    if (ending?.kind === "return") return ending;
    // How often the body runs is not known: once will do.
    if (test === undefined || (ending?.kind === "break" && ending.sure)) return undefined;
    if (node.update !== null) advance(node.update, round, tracing);
  }
}

/** Follows `i++` as well, which is worth nothing elsewhere. */
function advance(update: NonNullable<ForStatement["update"]>, scope: Scope, tracing: Tracing): void {
  if (update.type !== "UpdateExpression" || update.argument.type !== "Identifier") {
    tracing.expression(update, scope);
    return;
  }
  const { name } = update.argument;
  const before = scope.get(name);
  const by = update.operator === "++" ? 1 : -1;
  const count = before?.kind === "scalar" && typeof before.value === "number" ? before.value + by : undefined;
  scope.assign(name, count === undefined ? unknown(scope.origin(update)) : scalar(count, scope.origin(update)));
}
