import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigurationFolder } from "./folder.ts";
import { folderWith } from "./lza/testing/configuration.ts";

const read = (dir: string, relative: string): string => {
  const reading = new ConfigurationFolder(dir).read(relative);
  return reading.ok ? reading.text : `${reading.reason}: ${reading.why}`;
};

describe("the folder of a foreign configuration", () => {
  it("gives the text of a file without its byte order mark", () => {
    expect(read(folderWith({ "a/b.json": "\uFEFF{}\r\n" }), "a/b.json")).toBe("{}\r\n");
  });

  it("takes a leading slash for itself", () => {
    expect(read(folderWith({ "a/b.json": "{}" }), "/a/b.json")).toBe("{}");
  });

  it.each(["../../etc/passwd", "a/../../x", "..", "/../x", "a\0b"])("never leads out by %j", (relative) => {
    expect(read(folderWith({ "a/b.json": "{}" }), relative)).toMatch(/^outside/);
  });

  it("never leads out through a symbolic link", () => {
    const outside = folderWith({ "secret.json": "secret" });
    const dir = folderWith({ "a.json": "{}" });
    symlinkSync(path.join(outside, "secret.json"), path.join(dir, "link.json"));
    symlinkSync(outside, path.join(dir, "linked"));
    expect([read(dir, "link.json"), read(dir, "linked/secret.json")]).toEqual(Array(2).fill("outside: a symbolic link leads out of the configuration's folder"));
  });

  it("follows a symbolic link that stays inside", () => {
    const dir = folderWith({ "a.json": "{}" });
    symlinkSync(path.join(dir, "a.json"), path.join(dir, "b.json"));
    expect(read(dir, "b.json")).toBe("{}");
  });

  it("finds a file whose name differs in case, and says so", () => {
    const dir = folderWith({ "SCPs/Deny.JSON": "{}" });
    expect(new ConfigurationFolder(dir).read("scps/deny.json")).toMatchObject({ ok: true, otherCase: true, file: path.join(dir, "SCPs/Deny.JSON") });
  });

  it("does not guess between two files that differ in case only", () => {
    const dir = folderWith({ "Deny.json": "1" });
    writeFileSync(path.join(dir, "DENY.json"), "2");
    expect([read(dir, "Deny.json"), read(dir, "deny.json")]).toEqual(["1", "absent: the file does not exist"]);
  });

  it("refuses what is no file and no UTF-8", () => {
    const dir = folderWith({});
    mkdirSync(path.join(dir, "a.json"));
    writeFileSync(path.join(dir, "latin.json"), Buffer.from([0x7b, 0xe9, 0x7d]));
    expect([read(dir, "a.json"), read(dir, "latin.json")]).toEqual(["unreadable: it is not a file", "unreadable: it is not UTF-8 text"]);
  });

  it("refuses a file beyond any size that people write", () => {
    expect(read(folderWith({ "big.yaml": "#".repeat(8 * 1024 * 1024 + 1) }), "big.yaml")).toMatch(/^unreadable: it has 8388609 bytes/);
  });
});
