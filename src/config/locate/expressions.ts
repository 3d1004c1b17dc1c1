import type { Argument, ArrayExpression, AssignmentExpression, Expression, MemberExpression, ObjectExpression, TemplateLiteral } from "oxc-parser";
import { traceCall } from "./calls.ts";
import { callStatic, isStatic } from "./calls-static.ts";
import { functionOf } from "./functions.ts";
import { binary, MAX_TEXT, unary } from "./operators.ts";
import { keyName } from "./patterns.ts";
import type { Scope } from "./scope.ts";
import { list, memberOf, type Origin, scalar, type Traced, type TracedMember, truth, unknown } from "./traced.ts";
import type { Tracing } from "./tracing.ts";

/** Follows an expression to the literals it is made of. */
export function traceExpression(node: Expression, scope: Scope, tracing: Tracing): Traced {
  tracing.step();
  const origin = scope.origin(node);
  const follow = (inner: Expression): Traced => tracing.expression(inner, scope);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "bigint" || node.value instanceof RegExp ? unknown(origin) : scalar(node.value, origin);
    case "TemplateLiteral":
      return template(node, scope, tracing);
    case "Identifier":
      return scope.get(node.name) ?? globalName(node.name, origin, tracing);
    case "ObjectExpression":
      return object(node, scope, tracing);
    case "ArrayExpression":
      return array(node, scope, tracing);
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return functionOf(node, scope, tracing);
    case "CallExpression":
      return traceCall(node, scope, tracing);
    case "MemberExpression":
      return member(node, scope, tracing);
    case "ConditionalExpression": {
      const test = truth(follow(node.test));
      if (test !== undefined) return follow(test ? node.consequent : node.alternate);
      return { kind: "either", options: [follow(node.consequent), follow(node.alternate)], origin };
    }
    case "LogicalExpression":
      return logical(node.operator, follow(node.left), () => follow(node.right), origin);
    case "BinaryExpression":
      return node.left.type === "PrivateIdentifier" ? unknown(origin) : binary(node.operator, follow(node.left), follow(node.right), origin);
    case "UnaryExpression":
      return unary(node.operator, follow(node.argument), origin);
    case "AssignmentExpression":
      return assign(node, scope, tracing);
    case "SequenceExpression":
      return node.expressions.map(follow).at(-1) ?? unknown(origin);
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "ChainExpression":
      return follow(node.expression);
    case "AwaitExpression":
      return follow(node.argument);
    default:
      return unknown(origin);
  }
}

/** `undefined`, and functions such as `Boolean` that are handed on. */
function globalName(name: string, origin: Origin, tracing: Tracing): Traced {
  if (name === "undefined") return scalar(undefined, origin);
  return isStatic(name) ? { kind: "function", origin, call: (given, at) => callStatic(name, given, at, tracing) } : unknown(origin);
}

function template(node: TemplateLiteral, scope: Scope, tracing: Tracing): Traced {
  const origin = scope.origin(node);
  let text = node.quasis[0]?.value.cooked ?? "";
  for (const [index, expression] of node.expressions.entries()) {
    const part = tracing.expression(expression, scope);
    if (part.kind !== "scalar") return unknown(origin);
    text += String(part.value) + (node.quasis[index + 1]?.value.cooked ?? "");
    if (text.length > MAX_TEXT) return unknown(origin);
  }
  return scalar(text, origin);
}

function object(node: ObjectExpression, scope: Scope, tracing: Tracing): Traced {
  const members = new Map<string, TracedMember>();
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      spread(tracing.expression(property.argument, scope), members);
      tracing.step(members.size);
      continue;
    }
    const key = keyName(property.key, property.computed, scope, tracing);
    if (key === undefined) continue;
    // Deleted first, so that a key stated twice stands where it was stated last.
    members.delete(key.name);
    members.set(key.name, { key: key.origin, value: property.kind === "init" ? tracing.expression(property.value, scope) : unknown(scope.origin(property)) });
  }
  return { kind: "object", members, origin: scope.origin(node) };
}

/** Lays the members of a value over those there are; of a choice, the members of all options. */
function spread(value: Traced, members: Map<string, TracedMember>): void {
  if (value.kind === "object") for (const [key, one] of value.members) members.set(key, one);
  if (value.kind === "either") for (const option of value.options) spread(option, members);
}

function array(node: ArrayExpression, scope: Scope, tracing: Tracing): Traced {
  const items = node.elements.flatMap((element): Traced[] => {
    if (element === null) return [scalar(undefined, scope.origin(node))];
    return spreadable(element, scope, tracing);
  });
  tracing.step(items.length);
  return list(items, scope.origin(node));
}

/** The values an element of a list or an argument stands for. */
export function spreadable(element: Argument, scope: Scope, tracing: Tracing): Traced[] {
  if (element.type !== "SpreadElement") return [tracing.expression(element, scope)];
  const value = tracing.expression(element.argument, scope);
  return value.kind === "list" ? value.items : [unknown(scope.origin(element))];
}

function member(node: MemberExpression, scope: Scope, tracing: Tracing): Traced {
  const origin = scope.origin(node);
  const held = tracing.expression(node.object, scope);
  const key = keyName(node.property, node.computed, scope, tracing);
  if (key === undefined) return unknown(origin);
  if (held.kind === "list" && key.name === "length") return scalar(held.items.length, origin);
  if (held.kind === "scalar" && typeof held.value === "string" && key.name === "length") return scalar(held.value.length, origin);
  const found = memberOf(held, key.name);
  if (found !== undefined) return found.value;
  return held.kind === "object" ? scalar(undefined, origin) : unknown(origin);
}

function logical(operator: "&&" | "||" | "??", left: Traced, right: () => Traced, origin: Origin): Traced {
  if (operator === "??") {
    if (left.kind === "scalar") return left.value === null || left.value === undefined ? right() : left;
    if (left.kind !== "unknown" && left.kind !== "either") return left;
  } else {
    const known = truth(left);
    if (known !== undefined) return known === (operator === "&&") ? right() : left;
  }
  return { kind: "either", options: [left, right()], origin };
}

/** Follows `name = value` and `object[key] = value`; other targets only have their value followed. */
function assign(node: AssignmentExpression, scope: Scope, tracing: Tracing): Traced {
  const given = tracing.expression(node.right, scope);
  const { left } = node;
  if (left.type === "Identifier") {
    const value = node.operator === "=" ? given : updated(node.operator, scope.get(left.name), given, scope.origin(node));
    scope.assign(left.name, value);
    return value;
  }
  if (left.type === "MemberExpression") {
    const held = tracing.expression(left.object, scope);
    const key = keyName(left.property, left.computed, scope, tracing);
    if (held.kind === "object" && key !== undefined) {
      const value = node.operator === "=" ? given : updated(node.operator, held.members.get(key.name)?.value, given, scope.origin(node));
      held.members.set(key.name, { key: key.origin, value });
      return value;
    }
  }
  return given;
}

function updated(operator: string, before: Traced | undefined, given: Traced, origin: Origin): Traced {
  if (operator === "+=" && before !== undefined) return binary("+", before, given, origin);
  if (operator === "??=" || operator === "||=" || operator === "&&=") {
    return logical(operator.slice(0, -1) as "??" | "||" | "&&", before ?? scalar(undefined, origin), () => given, origin);
  }
  return unknown(origin);
}
