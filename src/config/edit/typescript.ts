import { createRequire } from "node:module";
import type * as Oxc from "oxc-parser";
import type { Expression, ObjectExpression, Program } from "oxc-parser";
import type { WrittenEntry, WrittenObject } from "./written.ts";

/** The object that the file exports by default, when it is written out in it: directly, or as a constant of the file. */
export function writtenTypeScript(text: string): WrittenObject | undefined {
  const { parseSync } = createRequire(import.meta.url)("oxc-parser") as typeof Oxc;
  const { program, errors } = parseSync("landfall.config.ts", text, { lang: "ts", sourceType: "module", preserveParens: false });
  if (errors.length > 0) return undefined;
  const exported = program.body.find((statement) => statement.type === "ExportDefaultDeclaration");
  if (exported?.type !== "ExportDefaultDeclaration") return undefined;
  return new Reader(constantsOf(program)).objectOf(exported.declaration as Expression);
}

function constantsOf({ body }: Program): Map<string, Expression> {
  const constants = new Map<string, Expression>();
  for (const statement of body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration" || declaration.kind !== "const") continue;
    for (const { id, init } of declaration.declarations) if (id.type === "Identifier" && init !== null) constants.set(id.name, init);
  }
  return constants;
}

class Reader {
  readonly #constants: ReadonlyMap<string, Expression>;
  readonly #open = new Set<string>();

  constructor(constants: ReadonlyMap<string, Expression>) {
    this.#constants = constants;
  }

  objectOf(expression: Expression): WrittenObject | undefined {
    switch (expression.type) {
      case "ObjectExpression":
        return this.#literal(expression);
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
        return this.objectOf(expression.expression);
      case "CallExpression": {
        const [argument] = expression.arguments;
        const isDefine = expression.callee.type === "Identifier" && expression.callee.name === "defineOrganization";
        return isDefine && argument !== undefined && argument.type !== "SpreadElement" ? this.objectOf(argument) : undefined;
      }
      case "Identifier":
        return this.#constant(expression.name);
      default:
        return undefined;
    }
  }

  #constant(name: string): WrittenObject | undefined {
    const init = this.#constants.get(name);
    if (init === undefined || this.#open.has(name)) return undefined;
    this.#open.add(name);
    try {
      return this.objectOf(init);
    } finally {
      this.#open.delete(name);
    }
  }

  #literal({ start, end, properties }: ObjectExpression): WrittenObject {
    const entries = properties.flatMap((property): WrittenEntry[] => {
      if (property.type !== "Property" || property.kind !== "init" || property.method || property.shorthand) return [];
      const key = property.key.type === "Identifier" && !property.computed ? property.key.name : property.key.type === "Literal" ? String(property.key.value) : undefined;
      if (key === undefined) return [];
      const { value } = property;
      return [{ key, keyStart: property.computed ? property.start : property.key.start, keyEnd: property.computed ? value.start : property.key.end, valueStart: value.start, valueEnd: value.end, object: this.objectOf(value) }];
    });
    return { braces: { open: start + 1, close: end - 1 }, entries };
  }
}
