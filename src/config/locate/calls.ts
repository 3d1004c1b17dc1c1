import type { CallExpression, Expression } from "oxc-parser";
import { callStatic, isStatic } from "./calls-static.ts";
import { callListMethod } from "./calls-list.ts";
import { callTextMethod } from "./calls-text.ts";
import { keyName } from "./patterns.ts";
import type { Scope } from "./scope.ts";
import { memberOf, type Origin, type Traced, unknown } from "./traced.ts";
import type { Tracing } from "./tracing.ts";

/** Follows a call: of a function in the file, of `Object.fromEntries` and its like, or of a method of lists and texts. */
export function traceCall(node: CallExpression, scope: Scope, tracing: Tracing): Traced {
  const origin = scope.origin(node);
  const given = node.arguments.flatMap((argument): Traced[] => {
    if (argument.type !== "SpreadElement") return [tracing.expression(argument, scope)];
    const value = tracing.expression(argument.argument, scope);
    return value.kind === "list" ? value.items : [unknown(value.origin)];
  });
  tracing.step(given.length);
  const callee = unwrapped(node.callee);
  const name = staticName(callee, scope);
  if (name !== undefined) return callStatic(name, given, origin, tracing);
  if (callee.type !== "MemberExpression") return call(tracing.expression(callee, scope), given, origin);
  const held = tracing.expression(callee.object, scope);
  const key = keyName(callee.property, callee.computed, scope, tracing);
  if (key === undefined) return unknown(origin);
  return callMethod(held, key.name, given, origin, tracing);
}

function callMethod(held: Traced, name: string, given: readonly Traced[], origin: Origin, tracing: Tracing): Traced {
  const own = memberOf(held, name);
  if (own !== undefined) return call(own.value, given, origin);
  if (held.kind === "list") return callListMethod(held.items, name, given, origin, tracing);
  if (held.kind === "scalar" && typeof held.value === "string") return callTextMethod(held.value, name, given, held.origin, origin);
  return unknown(origin);
}

const call = (callee: Traced, given: readonly Traced[], origin: Origin): Traced => (callee.kind === "function" ? callee.call(given, origin) : unknown(origin));

/** `Object.entries`, `String` and the like, where the file declares no name of its own. */
function staticName(callee: Expression, scope: Scope): string | undefined {
  if (callee.type === "Identifier") return scope.get(callee.name) === undefined && isStatic(callee.name) ? callee.name : undefined;
  if (callee.type !== "MemberExpression" || callee.computed || callee.object.type !== "Identifier" || callee.property.type !== "Identifier") return undefined;
  const name = `${callee.object.name}.${callee.property.name}`;
  return scope.get(callee.object.name) === undefined && isStatic(name) ? name : undefined;
}

function unwrapped(node: Expression): Expression {
  let inner = node;
  while (inner.type === "ParenthesizedExpression" || inner.type === "TSNonNullExpression" || inner.type === "TSAsExpression" || inner.type === "TSInstantiationExpression" || inner.type === "ChainExpression") {
    inner = inner.expression;
  }
  return inner;
}
