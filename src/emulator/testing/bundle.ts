import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/** Packages stay where they are: the bundle may lie anywhere and still finds them. */
const packagesInPlace: Plugin = {
  name: "packages-in-place",
  setup(builder) {
    const { resolve } = createRequire(import.meta.url);
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point" || path.startsWith("node:")) return undefined;
      return { path: pathToFileURL(resolve(path)).href, external: true };
    });
  },
};

/** Makes a program of this repository one that plain Node can run. */
export async function bundle(program: string, outfile: string): Promise<void> {
  await build({ entryPoints: [program], outfile, bundle: true, format: "esm", platform: "node", plugins: [packagesInPlace], logLevel: "silent" });
}
