import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ROOMS } from "./rooms.ts";
import { filesBelow, readProjectFile, ROOT } from "./source-files.ts";

const pages = filesBelow().filter((file) => file.endsWith(".md"));

describe("the docs", () => {
  it("are as `npm run docs` writes them, where they are generated", async () => {
    const check = promisify(execFile)(process.execPath, [path.join(ROOT, "scripts/docs.mjs"), "--check"]);
    await expect(check).resolves.toMatchObject({ stderr: "" });
  });

  it("have no link into the project that leads nowhere", () => {
    const lost = pages.flatMap((page) =>
      [...readProjectFile(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = ""]) => path.posix.join(path.posix.dirname(page), target))
        .filter((target) => !existsSync(path.join(ROOT, target)))
        .map((target) => `${page} links to ${target}`),
    );
    expect(lost).toEqual([]);
  });

  it("name every room that has come into being, and no other", () => {
    const table = readProjectFile("ARCHITECTURE.md").split("\n").filter((line) => /^\| (\d|side) \|/.test(line));
    const named = table.flatMap((line) => [...(line.split("|")[2] ?? "").matchAll(/`([a-z-]+)`/g)].map(([, room]) => room ?? ""));
    expect(named.toSorted()).toEqual(ROOMS.filter((room) => existsSync(path.join(ROOT, "src", room))).toSorted());
  });
});
