import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectWith, TS } from "../../test/kit/organization-file.ts";
import { loadOrganization } from "./load.ts";
import { MAX_FILE_BYTES, readRegularFile } from "./regular-file.ts";

const base = '"name": "acme", "homeRegion": "eu-west-1", "regions": ["eu-west-1"]';
const withFile = (name: string): string => `{ ${base}, "policies": { "a": { "type": "scp", "file": "${name}" } } }`;
const codes = async (name: string, cwd: string): Promise<string[]> =>
  (await loadOrganization(name, { cwd })).diagnostics.map(({ code, summary }) => `${code} ${summary}`);

describe.runIf(process.platform !== "win32")("what is no regular file", () => {
  it("is not waited for as the organization file (LF1003)", async () => {
    const cwd = projectWith({ "folder.json/x": "" });
    execFileSync("mkfifo", [join(cwd, "pipe.json"), join(cwd, "pipe.ts")]);
    symlinkSync("/dev/zero", join(cwd, "zero.yaml"));
    expect(await codes("pipe.json", cwd)).toEqual(["LF1003 `pipe.json` is not a regular file."]);
    expect(await codes("pipe.ts", cwd)).toEqual(["LF1003 `pipe.ts` is not a regular file."]);
    expect(await codes("zero.yaml", cwd)).toEqual(["LF1003 `zero.yaml` is not a regular file."]);
    expect(await codes("folder.json", cwd)).toEqual(["LF1003 `folder.json` is a folder."]);
  });

  it("is not waited for as the file of a policy (LF1021)", async () => {
    const cwd = projectWith({ "landfall.config.json": withFile("pipe.json") });
    execFileSync("mkfifo", [join(cwd, "pipe.json")]);
    expect(await codes("landfall.config.json", cwd)).toEqual(['LF1021 The file of policy "a" is not a regular file: pipe.json.']);
  });

  it("is not waited for as an import (LF1014)", async () => {
    const cwd = projectWith({ [TS]: 'import facts from "./pipe.json";\nimport { a } from "./pipe.ts";\nexport default { facts, a };' });
    execFileSync("mkfifo", [join(cwd, "pipe.json"), join(cwd, "pipe.ts")]);
    expect((await loadOrganization(TS, { cwd })).diagnostics.map(({ code }) => code)).toEqual(["LF1014", "LF1014"]);
  });
});

describe("a file beyond all measure", () => {
  it("is not read (LF1023)", async () => {
    const cwd = projectWith({ "landfall.config.json": withFile("large.json") });
    writeFileSync(join(cwd, "large.json"), `{ ${base} }${" ".repeat(MAX_FILE_BYTES)}`);
    expect(await codes("large.json", cwd)).toEqual(["LF1023 `large.json` is larger than 16 MB."]);
    expect(await codes("landfall.config.json", cwd)).toEqual(['LF1023 The file of policy "a" is larger than 16 MB: large.json.']);
  });

  it("is read up to the limit itself", () => {
    const cwd = projectWith({ five: "12345" });
    expect(readRegularFile(join(cwd, "five"), 5)).toEqual(Buffer.from("12345"));
    expect(readRegularFile(join(cwd, "five"), 4)).toEqual({ kind: "large" });
  });
});
