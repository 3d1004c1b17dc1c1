import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/registry.ts";
import { importsOf } from "./imports.ts";
import { roomOf } from "./rooms.ts";

/** What a file loads with it, at whatever distance: its imports, but not those that wait for a call. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to, typeOnly, dynamic } of importsOf(file)) if (to?.endsWith(".ts") === true && !typeOnly && !dynamic) loadedWith(to, seen);
  return seen;
}

describe("the start of the program", () => {
  const loaded = [...loadedWith("src/cli/main.ts")];

  it("loads what says which verbs there are, and nothing of what they do", () => {
    expect(loaded).toContain("src/cli/registry.ts");
    expect(new Set(loaded.map(roomOf))).toEqual(new Set(["blueprints", "cli", "diagnostics", "ids", "limits"]));
    expect(loaded.filter((file) => file.startsWith("src/cli/actions/"))).toEqual([]);
  });

  it.each(COMMANDS)("finds what $name does in the action of its name", async (command) => {
    const file = `${command.name.replaceAll(" ", "-")}.ts`;
    const asked = importsOf(`src/cli/commands/${file}`).filter(({ dynamic }) => dynamic).map(({ to }) => to);
    expect(asked).toEqual([`src/cli/actions/${file}`]);
    expect(await command.load()).toHaveProperty("act");
  });

  it.each(["check", "explain", "schema", "init"])("loads nothing of AWS for %s", (name) => {
    const rooms = new Set([...loadedWith(`src/cli/actions/${name}.ts`)].map(roomOf));
    expect([...rooms].filter((room) => ["aws", "resources", "apply", "emulator", "rehearse"].includes(room ?? ""))).toEqual([]);
  });

  it.each(["plan", "apply", "show"])("loads the embedded AWS for %s only when it is asked for", (name) => {
    expect([...loadedWith(`src/cli/actions/${name}.ts`)].map(roomOf)).not.toContain("emulator");
  });
});
