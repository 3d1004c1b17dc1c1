import type { Answer, EntryKind, Question } from "./question.ts";

type Callback = (error: Error | null, value?: unknown) => void;
type Options = { readonly encoding?: BufferEncoding | "buffer" | null; readonly withFileTypes?: boolean; readonly recursive?: boolean; readonly throwIfNoEntry?: boolean };

/**
 * The `fs` of an organization file. The process itself may read no file at all: everything is asked of landfall, which
 * follows symbolic links before it answers. Reading is given; the rest of `fs` is there by name and refuses. Runs in the
 * child process as source text: it may use globals and what it is handed, nothing else.
 */
export function projectFiles(ask: (question: Question) => Answer, real: typeof import("node:fs"), toPath: (url: URL) => string): Record<string, unknown> {
  const { nextTick } = process;
  const denied = (permission: string, resource: string): Error =>
    Object.assign(new Error("Access to this API has been restricted"), { code: "ERR_ACCESS_DENIED", permission, resource });
  const textOf = (path: unknown): string => {
    if (path instanceof URL) return toPath(path);
    if (typeof path === "string" || path instanceof Uint8Array) return typeof path === "string" ? path : Buffer.from(path).toString();
    throw denied("FileFunction", "a file by its descriptor");
  };
  const asked = (call: string, what: Question["ask"], given: unknown): Answer => {
    const path = textOf(given);
    const answer = ask({ ask: what, path });
    if (answer.kind === "refused") throw denied("FileSystemRead", path);
    if (answer.kind !== "error") return answer;
    throw Object.assign(new Error(`${answer.code}: ${call} '${path}'`), { code: answer.code, syscall: call, path });
  };
  const entryOf = (kind: EntryKind): object => ({
    isFile: () => kind === "file",
    isDirectory: () => kind === "folder",
    isSymbolicLink: () => kind === "link",
    isFIFO: () => false,
    isSocket: () => false,
    isBlockDevice: () => false,
    isCharacterDevice: () => false,
  });
  const optionsOf = (given: unknown): Options => (typeof given === "string" ? { encoding: given as BufferEncoding } : typeof given === "object" && given !== null ? given : {});
  const stat = (call: string, what: "stat" | "link", path: unknown, options: unknown): unknown => {
    try {
      const answer = asked(call, what, path);
      return answer.kind === "stat" ? { ...entryOf(answer.entry), size: answer.size, mode: answer.mode } : undefined;
    } catch (error) {
      if (optionsOf(options).throwIfNoEntry === false && (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  };
  const list = (path: string, options: Options, below: string): unknown[] => {
    const answer = asked("scandir", "list", below === "" ? path : `${path}/${below}`);
    return (answer.kind === "names" ? answer.entries : []).flatMap(({ name, kind }) => {
      const inner = below === "" ? name : `${below}/${name}`;
      const parentPath = below === "" ? path : `${path}/${below}`;
      const one = options.withFileTypes === true ? { ...entryOf(kind), name, parentPath, path: parentPath } : inner;
      return options.recursive === true && kind === "folder" ? [one, ...list(path, options, inner)] : [one];
    });
  };
  const reading: Record<string, (path: unknown, options?: unknown) => unknown> = {
    readFile: (path, options) => {
      const answer = asked("open", "file", path);
      const bytes = Buffer.from(answer.kind === "bytes" ? answer.base64 : "", "base64");
      const { encoding } = optionsOf(options);
      return encoding === undefined || encoding === null || encoding === "buffer" ? bytes : bytes.toString(encoding);
    },
    readdir: (path, options) => list(textOf(path), optionsOf(options), ""),
    stat: (path, options) => stat("stat", "stat", path, options),
    lstat: (path, options) => stat("lstat", "link", path, options),
    access: (path) => void asked("access", "stat", path),
    realpath: (path) => {
      const answer = asked("realpath", "real", path);
      return answer.kind === "path" ? answer.path : "";
    },
  };
  // A function, not an arrow: some are classes, called with `new`.
  const refusing = (name: string) => function refused(path?: unknown): never {
    const writes = /write|append|mk|rm|unlink|rename|copy|cp|^l?link|symlink|truncate|chmod|chown|utimes/i.test(name);
    throw writes ? denied("FileSystemWrite", typeof path === "string" ? path : "") : denied("FileFunction", `fs.${name}`);
  };
  const promises: Record<string, unknown> = { constants: real.constants };
  for (const name of Object.keys(real.promises)) if (name !== "constants") promises[name] = async (path?: unknown) => refusing(name)(path);
  const fs: Record<string, unknown> = { constants: real.constants, promises };
  for (const [name, value] of Object.entries(real)) if (typeof value === "function") fs[name] = refusing(name);
  for (const [name, value] of Object.entries(real.constants)) if (name in real) fs[name] = value;
  for (const [name, read] of Object.entries(reading)) {
    promises[name] = async (path: unknown, options: unknown) => read(path, options);
    fs[`${name}Sync`] = (path: unknown, options: unknown) => read(path, options);
    fs[name] = (path: unknown, ...rest: unknown[]) => {
      const callback = rest.at(-1) as Callback;
      let value: unknown;
      try {
        value = read(path, rest[0]);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED") throw error;
        nextTick(callback, error);
        return;
      }
      nextTick(callback, null, value);
    };
  }
  for (const name of ["realpath", "realpathSync"]) (fs[name] as { native?: unknown }).native = fs[name];
  fs["existsSync"] = (path: unknown) => stat("access", "stat", path, { throwIfNoEntry: false }) !== undefined;
  return fs;
}
