// Runs TypeScript of the project in Node versions that cannot: bundles it into a module and imports that.
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * What a piece of TypeScript exports; its imports count from the project's root.
 * The bundle lies under node_modules, where it finds the packages that it leaves out.
 */
export async function load(source, name = "loaded") {
  const dir = join(root, "node_modules", ".cache", "landfall");
  mkdirSync(dir, { recursive: true });
  const outfile = join(dir, `${name}-${process.pid}-${Date.now()}.mjs`);
  await build({
    stdin: { contents: source, resolveDir: root, loader: "ts" },
    absWorkingDir: root,
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    logLevel: "warning",
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
