import { build, type Metafile } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/registry.ts";
import { importsOf } from "./imports.ts";
import { roomOf } from "./rooms.ts";
import { ROOT } from "./source-files.ts";

let bundled: Metafile;
beforeAll(async () => {
  const entryPoints = ["src/cli/main.ts"];
  ({ metafile: bundled } = await build({ absWorkingDir: ROOT, entryPoints, bundle: true, splitting: true, format: "esm", platform: "node", packages: "external", metafile: true, write: false, outdir: "dist", logLevel: "error" }));
});

/** What the built program loads with the chunk that holds a file, but not what waits for a call. */
function loadedWith(file: string): ReadonlySet<string> {
  const chunk = Object.entries(bundled.outputs).find(([, { entryPoint }]) => entryPoint === file)?.[0];
  if (chunk === undefined) throw new RangeError(`${file} is no chunk`);
  const chunks = new Set([chunk]);
  for (const path of chunks) for (const { path: to, kind, external } of bundled.outputs[path]?.imports ?? []) if (kind === "import-statement" && external !== true) chunks.add(to);
  return new Set([...chunks].flatMap((path) => Object.entries(bundled.outputs[path]?.inputs ?? {})).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input));
}

const roomsOf = (files: Iterable<string>): ReadonlySet<string | undefined> => new Set([...files].map(roomOf));

describe("the start of the program", () => {
  it("loads nothing else for its version", () => {
    expect([...loadedWith("src/cli/main.ts")].filter((file) => file.startsWith("src/")).toSorted()).toEqual(["src/cli/main.ts", "src/cli/version.ts"]);
  });

  it("loads what says which verbs there are, and nothing of what they do", () => {
    const loaded = loadedWith("src/cli/run.ts");
    expect([...loaded].filter((file) => file.startsWith("src/cli/actions/"))).toEqual([]);
    expect(loaded).toContain("src/cli/registry.ts");
    const rooms = roomsOf(loaded);
    for (const room of ["aws", "resources", "apply", "emulator", "rehearse", "config", "report", "review", "plan"]) expect(rooms).not.toContain(room);
  });

  it.each(COMMANDS)("finds what $name does in the action of its name", async (command) => {
    const name = command.name.replaceAll(" ", "-");
    const asked = importsOf(`src/cli/commands/${name}.ts`).filter(({ dynamic }) => dynamic).map(({ to }) => to);
    expect(asked).toEqual([`src/cli/actions/${name}.ts`]);
    expect(await command.load()).toHaveProperty("act");
  });

  it.each(["check", "explain", "schema", "init"])("loads nothing of AWS for %s", (name) => {
    const loaded = loadedWith(`src/cli/actions/${name}.ts`);
    const rooms = roomsOf(loaded);
    for (const room of ["resources", "apply", "emulator", "rehearse"]) expect(rooms).not.toContain(room);
    expect(loaded).not.toContain("src/aws/connect.ts");
  });

  it.each(["plan", "apply", "show"])("loads the embedded AWS for %s only when it is asked for", (name) => {
    expect(roomsOf(loadedWith(`src/cli/actions/${name}.ts`))).not.toContain("emulator");
  });
});
