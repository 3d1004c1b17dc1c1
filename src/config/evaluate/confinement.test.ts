import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BASE, loadTs, projectWith, told, TS } from "../../../test/kit/organization-file.ts";
import { loadOrganization } from "../load.ts";

const define = 'import { defineOrganization } from "landfall";\n';
const file = (before: string, extra = ""): string => `${define}${before}\nexport default defineOrganization({ ${BASE}, ${extra} });\n`;

describe("a symbolic link that leaves the project", () => {
  const load = (body: string): ReturnType<typeof loadOrganization> => {
    const outside = projectWith({ "secret.txt": "s3cret", "folder/x.txt": "x" });
    const cwd = projectWith({ "inside/a.txt": "a", [TS]: file(`import * as fs from "node:fs";\nimport * as promises from "node:fs/promises";\nconst { log } = console;\n${body}`) });
    symlinkSync("/proc", join(cwd, "proc"));
    symlinkSync("/", join(cwd, "r"));
    symlinkSync(join(outside, "secret.txt"), join(cwd, "link.txt"));
    symlinkSync(outside, join(cwd, "out"));
    symlinkSync("out/secret.txt", join(cwd, "chain.txt"));
    return loadOrganization(TS, { cwd });
  };

  it.each([
    ["readFileSync", 'log(fs.readFileSync("link.txt", "utf8"));'],
    ["readFileSync of bytes as a path", 'log(fs.readFileSync(Buffer.from("link.txt")));'],
    ["readFileSync of a URL", 'log(fs.readFileSync(new URL("./link.txt", import.meta.url)));'],
    ["readFileSync through a chain of links", 'log(fs.readFileSync("chain.txt", "utf8"));'],
    ["readFileSync of the environment of the parent", 'log(fs.readFileSync("proc/1/environ", "utf8"));'],
    ["readFileSync of what does not exist", 'log(fs.readFileSync("out/none/none.txt"));'],
    ["readFile", 'fs.readFile("link.txt", log);'],
    ["promises.readFile", 'log(await promises.readFile("link.txt"));'],
    ["fs.promises.readFile", 'log(await fs.promises.readFile("link.txt"));'],
    ["readdirSync", 'log(fs.readdirSync("r"));'],
    ["readdir", 'fs.readdir("r", log);'],
    ["promises.readdir", 'log(await promises.readdir("r", { recursive: true }));'],
    ["statSync", 'log(fs.statSync("out/secret.txt"));'],
    ["lstatSync", 'log(fs.lstatSync("out/secret.txt"));'],
    ["existsSync", 'log(fs.existsSync("out/secret.txt"));'],
    ["accessSync", 'log(fs.accessSync("link.txt"));'],
    ["realpathSync", 'log(fs.realpathSync("link.txt"));'],
    ["realpathSync.native", 'log(fs.realpathSync.native("link.txt"));'],
    ["readlinkSync", 'log(fs.readlinkSync("link.txt"));'],
    ["promises.readlink", 'log(await promises.readlink("link.txt"));'],
    ["openSync", 'log(fs.openSync("link.txt"));'],
    ["promises.open", 'log(await promises.open("link.txt"));'],
    ["opendirSync", 'log(fs.opendirSync("r"));'],
    ["promises.opendir", 'for await (const one of await promises.opendir("r")) log(one);'],
    ["createReadStream", 'fs.createReadStream("link.txt").on("data", log);'],
    ["ReadStream", 'new (fs).ReadStream("link.txt").on("data", log);'],
    ["cpSync", 'fs.cpSync("link.txt", "made.txt");'],
    ["copyFileSync", 'fs.copyFileSync("link.txt", "made.txt");'],
    ["watch", 'fs.watch("r", log);'],
    ["a link of its own making", 'fs.symlinkSync("/", "own");'],
  ])("is not followed by %s (LF1013)", async (_what, body) => {
    const loaded = await load(body);
    expect(loaded.output).toBe("");
    expect(told(loaded)).toEqual([expect.stringMatching(/^LF1013 5:/)]);
  });

  it("may be listed, and one that stays inside is followed", async () => {
    const cwd = projectWith({ "inside/a.txt": "a", [TS]: file('import { lstatSync, readdirSync, readFileSync, statSync, promises, existsSync, readFile } from "fs";\nconst tags = { link: String(lstatSync("l").isSymbolicLink()), list: readdirSync("l").join(" "), all: readdirSync(".", { recursive: true }).join(" "), text: await promises.readFile("l/a.txt", "utf8"), size: String(statSync("l/a.txt").size), none: String(existsSync("none")), later: await new Promise<string>((done) => readFile("l/a.txt", "utf8", (_error, text) => done(text))) };', "tags") });
    symlinkSync("inside", join(cwd, "l"));
    const { organization, diagnostics } = await loadOrganization(TS, { cwd });
    expect(diagnostics).toEqual([]);
    expect(organization?.tags).toEqual({ link: "true", list: "a.txt", all: "inside inside/a.txt l landfall.config.ts package.json", text: "a", size: "1", none: "false", later: "a" });
  });
});

describe("reading the project", () => {
  it("fails as it does in Node for what is not there, is a folder, a pipe or too large", async () => {
    const cwd = projectWith({ "folder/x": "", [TS]: file('import { readFileSync } from "node:fs";\nconst code = (path: string): string => { try { readFileSync(path); return "read"; } catch (error) { return (error as { code: string }).code; } };\nconst tags = { none: code("none"), folder: code("folder"), pipe: code("pipe"), large: code("large"), below: code("large/x") };', "tags") });
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    writeFileSync(join(cwd, "large"), Buffer.alloc(16_000_001));
    expect((await loadOrganization(TS, { cwd })).organization?.tags).toEqual({ none: "ENOENT", folder: "EISDIR", pipe: "EACCES", large: "EFBIG", below: "ENOTDIR" });
  });

  it("works for packages, also for those in CommonJS", async () => {
    const loaded = await loadTs(file('import { region } from "facts";\nconst tags = { region };', "tags"), {
      "node_modules/facts/package.json": '{ "name": "facts", "main": "./index.js" }',
      "node_modules/facts/index.js": 'const fs = require("fs");\nexports.region = fs.readFileSync("node_modules/facts/region.txt", "utf8");',
      "node_modules/facts/region.txt": "eu",
    });
    expect(loaded.diagnostics.map(({ code, summary }) => `${code} ${summary}`)).toEqual([]);
    expect(loaded.organization?.tags).toEqual({ region: "eu" });
  });
});

describe("the network", () => {
  let server: Server;
  let unix: Server;
  let socket: string;
  let port = 0;
  let reached = 0;
  beforeAll(async () => {
    const count = (connection: { destroy(): unknown }): void => {
      reached++;
      connection.destroy();
    };
    server = createServer(count);
    unix = createServer(count);
    socket = `/tmp/landfall-test-${process.pid}.sock`;
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    await new Promise<void>((done) => unix.listen(socket, done));
    port = (server.address() as { port: number }).port;
  });
  afterAll(() => {
    server.close();
    unix.close();
  });

  it.each([
    ["standard input", "new (process.stdin).constructor().connect(PORT, '127.0.0.1')"],
    ["standard input to a local socket", "new (process.stdin).constructor().connect(SOCKET)"],
    ["standard output", "new (process.stdout).constructor().connect(PORT, '127.0.0.1')"],
    ["standard error", "new (process.stderr).constructor().connect(PORT, '127.0.0.1')"],
    ["standard input by import", "new (input).constructor().connect(PORT, '127.0.0.1')"],
    ["what standard output is made from", "new (Object.getPrototypeOf(process.stdout.constructor))().connect(PORT, '127.0.0.1')"],
    ["a handle of the process", "(process)._getActiveHandles()[0].constructor().connect(PORT)"],
    ["a terminal", "new (tty.ReadStream)(0).connect(PORT, '127.0.0.1')"],
    ["what a terminal is made from", "new (Object.getPrototypeOf(tty.ReadStream))().connect(PORT, '127.0.0.1')"],
    ["fetch", "await fetch('http://127.0.0.1:' + PORT)"],
    ["WebSocket", "new WebSocket('ws://127.0.0.1:' + PORT)"],
    ["EventSource", "new (globalThis).EventSource('http://127.0.0.1:' + PORT)"],
    ["what serves fetch", "(typeof Response, (globalThis)[Symbol.for('undici.globalDispatcher.1')]).dispatch({ origin: 'http://127.0.0.1:' + PORT, path: '/', method: 'GET' }, {})"],
    ["what serves fetch, loaded for WebAssembly", "await (WebAssembly).compileStreaming(1).catch(() => (globalThis)[Symbol.for('undici.globalDispatcher.1')].dispatch({ origin: 'http://127.0.0.1:' + PORT, path: '/', method: 'GET' }, {}))"],
    ["a response", "new Response('x')"],
    ["an import inside of a data URL", "data()"],
  ])("is not reached by %s", async (what, code) => {
    const data = what.includes("data URL") ? 'import data from "data:text/javascript,import net from \'node:net\'; export default () => net.connect(1)";' : "";
    const text = `import tty from "node:tty"; import { stdin as input } from "node:process"; ${data}\nconst PORT = ${port}, SOCKET = ${JSON.stringify(socket)};\nconst got = ${code};\nawait new Promise((done) => setTimeout(done, 50));`;
    const loaded = await loadTs(file(text));
    expect(loaded.organization).toBeUndefined();
    expect(loaded.diagnostics.map((one) => one.code)).toEqual([expect.stringMatching(/^LF10(06|13|14)$/)]);
    expect(reached).toBe(0);
  });
});

describe("the process", () => {
  it("hides what reaches beyond it", async () => {
    const names = ["ppid", "kill", "binding", "_linkedBinding", "getBuiltinModule", "report", "setuid", "setgid", "dlopen", "loadEnvFile", "execve", "_getActiveHandles"];
    const text = `import imported from "node:process";\nimport * as all from "process";\nconst tags = Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, [process, imported, all].map((one) => typeof (one)[name]).join(" ")]));`;
    const { organization } = await loadTs(file(text, "tags"));
    expect(organization?.tags).toEqual(Object.fromEntries(names.map((name) => [name, "undefined undefined undefined"])));
  });

  it("reads nothing by itself, also where files are not asked for", async () => {
    const text = 'const tags = { read: String((process).permission.has("fs.read")), here: String((process).permission.has("fs.read", process.cwd())) };';
    expect((await loadTs(file(text, "tags"))).organization?.tags).toEqual({ read: "false", here: "false" });
  });
});

describe("code that changes the built-in objects", () => {
  it.each([
    ["JSON.stringify", 'JSON.stringify = () => "{}";'],
    ["JSON.parse", "JSON.parse = () => ({});"],
    ["Object.keys", "Object.keys = () => [];"],
    ["Object.getPrototypeOf", "Object.getPrototypeOf = () => null;"],
    ["Array.isArray", "(Array).isArray = () => false;"],
    ["the methods of lists", "for (const name of ['push', 'join', 'concat', 'some', 'slice', 'map', 'filter']) (Array.prototype)[name] = () => 'x';"],
    ["the methods of sets", "Set.prototype.has = () => true;"],
    ["Buffer.from", "(Buffer).from = () => Buffer.alloc(3);"],
    ["String and Number", "(globalThis).String = (globalThis).Number = undefined;"],
    ["toJSON", '(Object.prototype).toJSON = () => "x"; delete (Object.prototype).toJSON; (String.prototype).toJSON = () => "x";'],
  ])("gets its organization all the same: %s", async (_what, code) => {
    const loaded = await loadTs(file(code, 'tags: { a: "1" }'));
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.organization).toMatchObject({ name: "acme", regions: ["eu-west-1"], tags: { a: "1" } });
  });

  it("never makes landfall fail", async () => {
    const loaded = await loadTs(file('Object.defineProperty(Array.prototype, "0", { set() {}, get: () => ({}), configurable: true });\nReflect.apply = () => "x";\nWeakMap.prototype.get = () => "x";\nthrow new Error("x");'));
    expect(loaded.diagnostics.map((one) => one.code)).toEqual([expect.stringMatching(/^LF10(06|09)$/)]);
  });
});

it("a folder of the home that is not the project stays closed", async () => {
  const home = projectWith({ ".aws/credentials": "secret" });
  mkdirSync(join(home, "org"));
  writeFileSync(join(home, "org", "package.json"), "{}");
  writeFileSync(join(home, "org", TS), file('import { readFileSync } from "node:fs";\nreadFileSync("../.aws/credentials");'));
  expect(told(await loadOrganization(TS, { cwd: join(home, "org") }))).toEqual(["LF1013 3:1 r"]);
});
