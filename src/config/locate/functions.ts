import type { ArrowFunctionExpression, Function as FunctionNode } from "oxc-parser";
import { bindParameters } from "./patterns.ts";
import type { Scope } from "./scope.ts";
import { type Traced, unknown } from "./traced.ts";
import type { Tracing } from "./tracing.ts";

/** A function written in the file; a call follows its body with the values given. */
export function functionOf(node: ArrowFunctionExpression | FunctionNode, scope: Scope, tracing: Tracing): Traced {
  const { body } = node;
  return {
    kind: "function",
    origin: scope.origin(node),
    call(given, at) {
      if (body === null || node.generator) return unknown(at);
      const own = scope.inner();
      const answer = tracing.deeper(() => {
        bindParameters(node.params, given, own, tracing);
        return body.type === "BlockStatement" ? tracing.body(body.body, own) : tracing.expression(body, own);
      });
      return answer ?? unknown(at);
    },
  };
}
