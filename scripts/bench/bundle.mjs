// Bundles TypeScript of the project so that a process of its own can run it, with nothing else in its memory.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles one entry of the project; the path of the module. Packages stay outside and are found from there. */
export async function bundleForBench(entry, name) {
  const outfile = join(root, "node_modules", ".cache", "landfall", `bench-${name}.mjs`);
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
