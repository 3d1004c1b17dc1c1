// Builds what is published: bundled programs, type declarations, the JSON Schema and the licenses of what is bundled.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "dist");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

rmSync(out, { recursive: true, force: true });
mkdirSync(out);

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { landfall: "src/cli/main.ts", index: "src/index.ts", policy: "src/policy/index.ts", schema: "src/organization/schema.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  // The SDK has two forms of each client; the one made of modules can be split and shaken.
  mainFields: ["module", "main"],
  target: "node20.19",
  chunkNames: "chunks/[name]-[hash]",
  external: Object.keys(manifest.dependencies),
  // Bundled CommonJS packages still ask for `require`.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  metafile: true,
  logLevel: "warning",
});
chmodSync(join(out, "landfall.js"), 0o755);
linkForNpx();

const { organizationSchema } = await import(pathToFileURL(join(out, "schema.js")).href);
writeFileSync(join(out, "organization.schema.json"), `${JSON.stringify(organizationSchema(), null, 2)}\n`);
writeFileSync(join(out, "THIRD-PARTY-LICENSES.txt"), licenses(Object.keys(metafile.inputs)));
execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });

/** Lets `npx landfall` find this checkout at once. */
function linkForNpx() {
  const bin = join(root, "node_modules/.bin");
  if (process.platform === "win32" || !existsSync(bin)) return;
  rmSync(join(bin, "landfall"), { force: true });
  symlinkSync("../../dist/landfall.js", join(bin, "landfall"));
}

/**
 * The license text of every package of which something is bundled.
 * @param {readonly string[]} inputs
 */
function licenses(inputs) {
  const packages = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  return [...packages].toSorted().map((dir) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, dir, "package.json"), "utf8"));
    const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "LICENCE"].map((entry) => join(root, dir, entry)).find((path) => existsSync(path));
    // Some packages of the SDK leave the text out; theirs is the Apache License, as ours is.
    if (file === undefined && license !== "Apache-2.0") throw new RangeError(`${name} carries no license file; find its text before bundling it`);
    return `${name} ${version} (${license})\n\n${readFileSync(file ?? join(root, "LICENSE"), "utf8")}\n`;
  }).join(`\n${"-".repeat(78)}\n\n`);
}
