import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const FILES = { ts: "landfall.config.ts", json: "landfall.config.json", yaml: "landfall.config.yaml" } as const;

describe.each(Object.entries(FILES))("an organization file in %s", (format, name) => {
  it("is edited by verbs, checks without an error, and re-creates nothing", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "starter", "--format", format);
    expect((await run("apply", "--local", "--yes")).code).toBe(0);
    for (const line of [
      ["add", "service", "bar", "--stages", "dev,prod", "--owner", "bar-team"],
      ["add", "ou", "Workloads/Beta", "--description", "before everybody"],
      ["add", "ou", "Suspended"],
      ["add", "account", "bar-beta", "--to", "Workloads/Beta", "--stage", "beta", "--owner", "bar-team", "--service", "bar", "--purpose", "Tries bar"],
      ["add", "sandbox", "--for", "ana.lee@acme.example", "--team", "data"],
      ["move", "bar-dev", "--to", "Workloads/Beta"],
      ["rename", "ou", "Sandbox", "Sandboxes"],
      ["transfer", "bar-prod", "--owner", "payments"],
    ]) {
      const { code, stderr } = await run(...line);
      expect([line.join(" "), code, stderr]).toEqual([line.join(" "), 0, ""]);
    }
    const checked = await run("check", "--format", "json");
    expect(JSON.parse(checked.stdout)).toMatchObject({ errors: 0 });
    const plan = JSON.parse((await run("plan", "--local", "--format", "json")).stdout) as { changes: { action: string; address: string }[] };
    const made = plan.changes.filter(({ action }) => action === "create").map(({ address }) => address).toSorted();
    expect(made).toEqual(["account:bar-beta", "account:bar-dev", "account:bar-prod", "account:sandbox-ana-lee", "account:sandbox-data", "ou:Suspended", "ou:Workloads/Beta"]);
    expect(plan.changes.filter(({ action }) => ["delete", "close", "remove"].includes(action))).toEqual([]);
    expect(readFileSync(path.join(dir, name), "utf8")).toContain("bar-beta");
  });
});

describe("a verb that edits", () => {
  it("shows the lines and leaves the file with --dry-run, and writes nothing twice", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "starter");
    const before = readFileSync(path.join(dir, "landfall.config.ts"), "utf8");
    const { stdout } = await run("add", "sandbox", "--for", "ana", "--dry-run");
    expect(stdout).toMatch(/^\+ .*"sandbox-ana"/m);
    expect(readFileSync(path.join(dir, "landfall.config.ts"), "utf8")).toBe(before);
    await run("add", "sandbox", "--for", "ana");
    expect((await run("add", "sandbox", "--for", "Ana")).stdout).toContain("says so already");
  });

  it("gives everybody on a list a sandbox, and nobody a second one", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "starter");
    write(dir, { "people.txt": "ana.lee@acme.example\r\n\n  bo\n" });
    const { code, stdout } = await run("add", "sandbox", "--from", "people.txt");
    expect([code, stdout.match(/^\+ .*"sandbox-[a-z-]+"/gm)?.length]).toEqual([0, 2]);
    write(dir, { "people.txt": "bo\ncy\n" });
    expect((await run("add", "sandbox", "--from", "people.txt")).stdout.match(/^\+ .*"sandbox-(?:bo|cy)"/gm)?.length).toBe(1);
    expect((await run("add", "sandbox", "--from", "nowhere.txt")).code).toBe(64);
  });

  it("tells what belongs where when the place is computed, and leaves the file alone", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    const text = 'const names = ["a", "b"];\nexport default {\n  name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example",\n  ous: { Sandbox: { accounts: Object.fromEntries(names.map((name) => [`sandbox-${name}`, {}])) } },\n};\n';
    writeFileSync(path.join(dir, "landfall.config.ts"), text);
    const { code, stderr } = await run("add", "sandbox", "--for", "cy");
    expect(code).toBe(6);
    expect(stderr).toContain("LF1133");
    expect(stderr).toContain('"sandbox-cy": {');
    expect(readFileSync(path.join(dir, "landfall.config.ts"), "utf8")).toBe(text);
  });

  it("keeps the line ends of Windows", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "starter");
    const file = path.join(dir, "landfall.config.ts");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    expect((await run("add", "sandbox", "--for", "ana")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/sandbox-ana.*\r\n/);
    expect(readFileSync(file, "utf8")).not.toMatch(/(?<!\r)\n/);
  });

  it("refuses what is no organization with the finding that check would give, and writes nothing", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "full");
    const before = readFileSync(path.join(dir, "landfall.config.ts"), "utf8");
    const { code, stderr } = await run("hold", "foo-dev", "--reason", "ticket #123");
    expect([code, stderr.includes("LF1111"), stderr.includes("LF1133")]).toEqual([64, true, false]);
    expect(readFileSync(path.join(dir, "landfall.config.ts"), "utf8")).toBe(before);
  });

  it("asks for what it needs", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "starter");
    for (const line of [["hold", "x"], ["transfer", "x"], ["add", "sandbox"], ["move", "nobody", "--to", "Sandbox"], ["add", "account", "a", "--to", "Nowhere"]]) expect([line, (await run(...line)).code]).toEqual([line, 64]);
  });
});
