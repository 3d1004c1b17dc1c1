// Bundles TypeScript of the project so that a process of its own can run it, with nothing else in its memory.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules", ".cache", "landfall");

/** Bundles one entry of the project; the path of the module. Packages stay outside and are found from there. */
export async function bundleForBench(entry, name) {
  const outfile = join(cache, `bench-${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    logLevel: "warning",
  });
  return outfile;
}

/** Builds the command line as it is published, from what is in the checkout now; the path of the program. Benches that run at once name theirs. */
export async function programForBench(name = "program") {
  const outdir = join(cache, `bench-${name}`);
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  await build({
    absWorkingDir: root,
    entryPoints: { landfall: "src/cli/main.ts" },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    target: "node20.19",
    external: Object.keys(dependencies),
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  return join(outdir, "landfall.mjs");
}
