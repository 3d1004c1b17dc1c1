import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import type * as Oxc from "oxc-parser";
import type { Directive, ImportDeclaration, ModuleExportName, Program, Statement } from "oxc-parser";
import { type JsonNode, readJson } from "../../policy/index.ts";
import { traceExpression } from "./expressions.ts";
import { functionOf } from "./functions.ts";
import { Scope } from "./scope.ts";
import { runBlock, runStatement } from "./statements.ts";
import { list, scalar, type SourceText, type Traced, type TracedMember, unknown } from "./traced.ts";
import { OutOfSteps, type Tracing } from "./tracing.ts";

/** What a module exports, by name. */
type Exports = Map<string, Traced>;

const MAX_STEPS = 3_000_000;
const MAX_CALLS = 64;

/** Follows modules of the user, each once. */
export class Modules implements Tracing {
  readonly #read: (path: string) => SourceText | undefined;
  readonly #exports = new Map<string, Exports>();
  readonly programs = new Map<string, Program>();
  #steps = 0;
  #calls = 0;

  /** `read` gives the text of a file of the project, undefined for all other paths. */
  constructor(read: (path: string) => SourceText | undefined) {
    this.#read = read;
  }

  step(count = 1): void {
    this.#steps += count;
    if (this.#steps > MAX_STEPS) throw new OutOfSteps();
  }

  expression: Tracing["expression"] = (node, scope) => traceExpression(node, scope, this);

  body: Tracing["body"] = (body, scope) => runBlock(body, scope, this)?.value;

  deeper<T>(call: () => T): T | undefined {
    if (this.#calls >= MAX_CALLS) return undefined;
    this.#calls++;
    try {
      return call();
    } finally {
      this.#calls--;
    }
  }

  /** Follows a module; in a circle of imports, what is known of it so far. */
  exportsOf(path: string): Exports {
    const known = this.#exports.get(path);
    if (known !== undefined) return known;
    const exports: Exports = new Map();
    this.#exports.set(path, exports);
    const file = this.#read(path);
    if (file === undefined) return exports;
    if (path.endsWith(".json")) this.#json(file, exports);
    else this.#module(file, exports);
    return exports;
  }

  #json(file: SourceText, exports: Exports): void {
    const { root } = readJson(file.text);
    if (root === undefined) return;
    const value = tracedJson(root, file);
    exports.set("default", value);
    if (value.kind === "object") for (const [key, member] of value.members) exports.set(key, member.value);
  }

  #module(file: SourceText, exports: Exports): void {
    const program = parse(file);
    if (program === undefined) return;
    this.programs.set(file.path, program);
    const scope = new Scope(file);
    const plain: (Directive | Statement)[] = [];
    for (const statement of program.body) {
      if (statement.type === "ImportDeclaration") this.#import(statement, scope);
      else plain.push(statement);
    }
    // Functions first, exported ones too; then everything in its order.
    runBlock(plain.filter((statement) => statement.type === "FunctionDeclaration"), scope, this);
    for (const statement of plain) {
      if (statement.type === "ExportNamedDeclaration" && statement.declaration?.type === "FunctionDeclaration") this.#declaration(statement.declaration, scope);
    }
    for (const statement of plain) this.#statement(statement, scope, exports);
    for (const statement of plain) this.#exportNames(statement, scope, exports);
  }

  #import({ specifiers, source }: ImportDeclaration, scope: Scope): void {
    const from = this.#resolve(scope.file.path, source.value);
    const exports = from === undefined ? undefined : this.exportsOf(from);
    for (const specifier of specifiers) {
      const here = scope.origin(specifier);
      if (source.value === "landfall") {
        // `defineOrganization` and its like give back what they get.
        scope.declare(specifier.local.name, { kind: "function", origin: here, call: ([value], at) => value ?? unknown(at) });
      } else if (specifier.type === "ImportNamespaceSpecifier") {
        const members = [...(exports ?? [])].map(([name, value]): [string, TracedMember] => [name, { key: value.origin, value }]);
        scope.declare(specifier.local.name, { kind: "object", members: new Map(members), origin: here });
      } else {
        const name = specifier.type === "ImportDefaultSpecifier" ? "default" : exportName(specifier.imported);
        scope.declare(specifier.local.name, exports?.get(name) ?? unknown(here));
      }
    }
  }

  #declaration(statement: Statement, scope: Scope): void {
    if (statement.type === "FunctionDeclaration" && statement.id !== null) scope.declare(statement.id.name, functionOf(statement, scope, this));
    else runStatement(statement, scope, this);
  }

  #statement(statement: Directive | Statement, scope: Scope, exports: Exports): void {
    if (statement.type === "ExportNamedDeclaration") {
      if (statement.declaration !== null && statement.declaration.type !== "FunctionDeclaration") runStatement(statement.declaration, scope, this);
    } else if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      if (declaration.type === "FunctionDeclaration") exports.set("default", functionOf(declaration, scope, this));
      else if (declaration.type !== "ClassDeclaration" && declaration.type !== "TSInterfaceDeclaration") {
        exports.set("default", this.expression(declaration, scope));
      }
    } else if (statement.type !== "FunctionDeclaration") {
      runStatement(statement, scope, this);
    }
  }

  /** After everything ran, so that a name has its last value. */
  #exportNames(statement: Directive | Statement, scope: Scope, exports: Exports): void {
    if (statement.type === "ExportAllDeclaration") {
      const from = this.#resolve(scope.file.path, statement.source.value);
      if (from === undefined || statement.exported !== null) return;
      for (const [name, value] of this.exportsOf(from)) if (name !== "default" && !exports.has(name)) exports.set(name, value);
    }
    if (statement.type !== "ExportNamedDeclaration") return;
    const from = statement.source === null ? undefined : this.#resolve(scope.file.path, statement.source.value);
    for (const { local, exported } of statement.specifiers) {
      const value = from === undefined ? scope.get(exportName(local)) : this.exportsOf(from).get(exportName(local));
      if (value !== undefined) exports.set(exportName(exported), value);
    }
    for (const name of declaredNames(statement.declaration)) {
      const value = scope.get(name);
      if (value !== undefined) exports.set(name, value);
    }
  }

  /** The file a relative import leads to, by the endings TypeScript users write. */
  #resolve(importer: string, specifier: string): string | undefined {
    if (!specifier.startsWith(".") && !specifier.startsWith("/")) return undefined;
    const path = resolve(dirname(importer), specifier);
    const bare = path.replace(/\.[cm]?js$/, "");
    return [path, ...[".ts", ".mts", ".js", ".mjs", ".json", "/index.ts", "/index.js"].flatMap((ending) => [path + ending, bare + ending])].find(
      (candidate) => this.#read(candidate) !== undefined,
    );
  }
}

/** The parser's own stack is the machine's: nesting that would exhaust it is not given to it. */
const MAX_NESTING = 1_000;

function nestsTooDeep(text: string): boolean {
  let brackets = 0;
  // Conditions, arrows and `keyof` nest without brackets, up to the next separator.
  let chain = 0;
  for (const [token] of text.matchAll(/[([{}\]),;?]|=>|keyof/g)) {
    if ("([{".includes(token)) brackets++;
    else if (")]}".includes(token)) brackets--;
    if (token === "?" || token.length > 1) chain++;
    else if (!"([{".includes(token)) chain = 0;
    if (brackets + chain > MAX_NESTING) return true;
  }
  return false;
}

function parse(file: SourceText): Program | undefined {
  if (nestsTooDeep(file.text)) return undefined;
  // Loaded here and not at the top: a file without mistakes needs no parser.
  const { parseSync } = createRequire(import.meta.url)("oxc-parser") as typeof Oxc;
  const { program } = parseSync(file.path, file.text, { lang: file.path.endsWith("x") ? "tsx" : "ts", sourceType: "module", preserveParens: false });
  return program;
}

const exportName = (name: ModuleExportName): string => (name.type === "Literal" ? name.value : name.name);

function declaredNames(declaration: (Statement & { type: string }) | null): string[] {
  if (declaration === null) return [];
  if (declaration.type === "VariableDeclaration") return declaration.declarations.flatMap(({ id }) => patternNames(id));
  if (declaration.type === "FunctionDeclaration" || declaration.type === "TSEnumDeclaration") return declaration.id === null ? [] : [declaration.id.name];
  return [];
}

type Pattern = Extract<Statement, { type: "VariableDeclaration" }>["declarations"][number]["id"];

function patternNames(pattern: Pattern): string[] {
  if (pattern.type === "Identifier") return [pattern.name];
  if (pattern.type === "AssignmentPattern") return patternNames(pattern.left);
  if (pattern.type === "ArrayPattern") return pattern.elements.flatMap((element) => (element === null ? [] : patternNames(element.type === "RestElement" ? element.argument : element)));
  return pattern.properties.flatMap((property) => patternNames(property.type === "RestElement" ? property.argument : property.value));
}

export function tracedJson(node: JsonNode, file: SourceText): Traced {
  const origin = { file, start: node.start, end: node.end };
  if (node.items !== undefined) return list(node.items.map((item) => tracedJson(item, file)), origin);
  if (node.members === undefined) return scalar(node.value as string | number | boolean | null, origin);
  const members = [...node.members].map(([key, member]): [string, TracedMember] => [
    key,
    { key: { file, start: member.keyStart, end: member.keyEnd }, value: tracedJson(member.node, file) },
  ]);
  return { kind: "object", members: new Map(members), origin };
}
