import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Esbuild from "esbuild";
import type { BuildFailure, Location, Message, Plugin } from "esbuild";
import { holdsHome, isInside, realPath } from "../project.ts";
import { refusedModule } from "./refused.ts";

export interface Bundle {
  readonly code: string;
  /** Source map, as JSON; its sources are relative to the project folder. */
  readonly map: string;
  readonly hasDefault: boolean;
  /** Absolute paths of the files of the project that went in, packages left out. */
  readonly files: readonly string[];
}

export interface BundleTrouble {
  readonly kind: "compile" | "import";
  readonly text: string;
  readonly fix?: string;
  /** Absolute path. */
  readonly file?: string;
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  readonly length?: number;
}

/** Marks, in esbuild's messages, the refusals that are ours. */
const REFUSED = "landfall-refused";

/**
 * Puts an organization file and all it imports into one piece of code. No code of the user runs here, but esbuild reads
 * files with the rights of landfall itself, so what may be imported is limited: files of the project, packages, and the
 * modules of Node that compute.
 */
export async function bundle(file: string, text: string, project: string): Promise<Bundle | readonly BundleTrouble[]> {
  // An import would search its text for names that it exports, which takes longer than to run it.
  const { build } = createRequire(import.meta.url)("esbuild") as typeof Esbuild;
  const root = realPath(project);
  try {
    const result = await build({
      entryPoints: [file],
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      sourcemap: "external",
      sourcesContent: false,
      outfile: "organization.js",
      format: "esm",
      platform: "node",
      target: "node20",
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
      // Makes `import(name)` a call that fails, so that no module can be reached past the list of refused ones.
      supported: { "dynamic-import": false },
      define: { "import.meta": META },
      plugins: [landfallModule, limits(root, realPath(file), text)],
    });
    const code = result.outputFiles.find((output) => output.path.endsWith(".js"))?.text ?? "";
    const map = result.outputFiles.find((output) => output.path.endsWith(".map"))?.text ?? "";
    const inputs = Object.keys(result.metafile.inputs).filter((input) => !input.startsWith("landfall:"));
    const files = inputs.map((input) => resolve(root, input)).filter((path) => !isPackage(path));
    return { code, map, files, hasDefault: Object.values(result.metafile.outputs).some((output) => output.exports.includes("default")) };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return error.errors.map((message) => troubleOf(message, root));
  }
}

/** `import { defineOrganization } from "landfall"` works without an installed package; some modules of Node are ours. */
const landfallModule: Plugin = {
  name: "landfall-module",
  setup(build) {
    build.onResolve({ filter: /^landfall$/ }, () => ({ path: "landfall", namespace: "landfall" }));
    build.onResolve({ filter: /^(node:)?(fs|fs\/promises|process|tty)$/ }, ({ path }) => ({ path: path.replace(/^node:/, ""), namespace: "landfall" }));
    build.onLoad({ filter: /.*/, namespace: "landfall" }, ({ path }) => ({
      contents: path === "landfall" ? "export const defineOrganization = (organization) => organization;" : `module.exports = globalThis.__landfall_given[${JSON.stringify(path)}];`,
      loader: "js",
    }));
  },
};

const META = "__landfall_meta";

function limits(root: string, entry: string, text: string): Plugin {
  const wide = holdsHome(root);
  return {
    name: "landfall-limits",
    setup(build) {
      build.onResolve({ filter: /^([^./]|\/\/)/ }, ({ path }) => {
        const name = refusedModule(path);
        if (name === undefined) return undefined;
        return { errors: [{ text: `The module "${name}" is not given to an organization file.`, detail: REFUSED }] };
      });
      build.onLoad({ filter: /.*/, namespace: "file" }, async ({ path }) => {
        if (path !== entry && !mayImport(path, root, wide)) {
          return { errors: [{ text: `The import leads out of the project folder, to ${path}.`, detail: REFUSED }] };
        }
        // A pipe or a device would be waited for without end.
        if (path !== entry && !(await stat(path)).isFile()) return { errors: [{ text: `The import leads to something that is no regular file: ${path}.`, detail: REFUSED }] };
        if (!/\.[cm]?[jt]sx?$/.test(path)) return undefined;
        const contents = path === entry ? text : await readFile(path, "utf8");
        return { contents: withMeta(contents, path), loader: /\.[cm]?tsx?$/.test(path) ? (path.endsWith("x") ? "tsx" : "ts") : "jsx" };
      });
    },
  };
}

/** In the home folder hidden folders hold credentials, so they are left out where the project is that wide. */
function mayImport(path: string, root: string, wide: boolean): boolean {
  if (isPackage(path)) return true;
  return isInside(path, root) && !(wide && path.slice(root.length).split(sep).some((part) => part.startsWith(".")));
}

const isPackage = (path: string): boolean => path.split(sep).includes("node_modules");

/** Gives a module its own `import.meta`, on its first line, so that lines stay what they are. */
function withMeta(contents: string, path: string): string {
  if (!contents.includes("import.meta")) return contents;
  return metaPrefix(path) + contents;
}

export const metaPrefix = (path: string): string =>
  `const ${META} = ${JSON.stringify({ url: pathToFileURL(path).href, dirname: dirname(path), filename: path })};`;

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);

function troubleOf(message: Message, root: string): BundleTrouble {
  const { location, notes } = message;
  const kind = message.detail === REFUSED ? "import" : "compile";
  const fix = notes.map((note) => note.text).join(" ");
  return {
    kind,
    text: message.text,
    ...(fix === "" || kind === "import" ? {} : { fix }),
    ...(location === null ? {} : spotOf(location, root)),
  };
}

/** esbuild counts columns in bytes, and counts what `withMeta` put before the first line. */
function spotOf({ file, line, column, length, lineText }: Location, root: string): Pick<BundleTrouble, "file" | "line" | "column" | "length"> {
  const path = resolve(root, file);
  const bytes = Buffer.from(lineText);
  const units = (from: number, to: number): number => bytes.subarray(from, to).toString("utf8").length;
  const prefix = metaPrefix(path);
  const added = line === 1 && lineText.startsWith(prefix) ? prefix.length : 0;
  return { file: path, line, column: Math.max(0, units(0, column) - added) + 1, length: units(column, column + length) };
}
