import type { BindingPattern, BindingRestElement, FormalParameterRest, ParamPattern, PropertyKey } from "oxc-parser";
import type { Scope } from "./scope.ts";
import { list, memberOf, scalar, type Traced, type TracedMember, unknown } from "./traced.ts";
import type { Tracing } from "./tracing.ts";

/** Gives the names of a pattern their values: `const { a, ...rest } = value`. */
export function bind(pattern: BindingPattern, value: Traced, scope: Scope, tracing: Tracing): void {
  switch (pattern.type) {
    case "Identifier":
      return scope.declare(pattern.name, value);
    case "AssignmentPattern":
      return bind(pattern.left, isUndefined(value) ? tracing.expression(pattern.right, scope) : value, scope, tracing);
    case "ArrayPattern":
      return pattern.elements.forEach((element, index) => {
        if (element === null) return;
        if (element.type === "RestElement") return bindRest(element, restOfList(value, index), scope, tracing);
        return bind(element, memberOf(value, index)?.value ?? missing(value), scope, tracing);
      });
    case "ObjectPattern": {
      const taken: string[] = [];
      for (const property of pattern.properties) {
        if (property.type === "RestElement") {
          bindRest(property, restOfObject(value, taken), scope, tracing);
          continue;
        }
        const key = keyName(property.key, property.computed, scope, tracing);
        if (key !== undefined) taken.push(key.name);
        bind(property.value, (key && memberOf(value, key.name)?.value) ?? missing(value), scope, tracing);
      }
    }
  }
}

/** Gives a function's parameters the values of a call. */
export function bindParameters(params: readonly ParamPattern[], given: readonly Traced[], scope: Scope, tracing: Tracing): void {
  params.forEach((param, index) => {
    if (param.type === "TSParameterProperty") return;
    if (param.type === "RestElement") {
      bindRest(param, list(given.slice(index), scope.origin(param)), scope, tracing);
      return;
    }
    bind(param, given[index] ?? scalar(undefined, scope.origin(param)), scope, tracing);
  });
}

function bindRest(rest: BindingRestElement | FormalParameterRest, value: Traced, scope: Scope, tracing: Tracing): void {
  bind(rest.argument, value, scope, tracing);
}

/** The name a property key stands for, and where that name was written. */
export function keyName(key: PropertyKey, computed: boolean, scope: Scope, tracing: Tracing): { readonly name: string; readonly origin: TracedMember["key"] } | undefined {
  if (key.type === "PrivateIdentifier") return undefined;
  if (!computed && key.type === "Identifier") return { name: key.name, origin: scope.origin(key) };
  const traced = tracing.expression(key, scope);
  return traced.kind === "scalar" ? { name: String(traced.value), origin: traced.origin } : undefined;
}

const isUndefined = (value: Traced): boolean => value.kind === "scalar" && value.value === undefined;

/** What an absent member is: undefined where all members are known. */
const missing = (value: Traced): Traced =>
  value.kind === "object" || value.kind === "list" ? scalar(undefined, value.origin) : unknown(value.origin);

const restOfList = (value: Traced, from: number): Traced => (value.kind === "list" ? list(value.items.slice(from), value.origin) : unknown(value.origin));

function restOfObject(value: Traced, taken: readonly string[]): Traced {
  if (value.kind !== "object") return unknown(value.origin);
  return { kind: "object", members: new Map([...value.members].filter(([key]) => !taken.includes(key))), origin: value.origin };
}
