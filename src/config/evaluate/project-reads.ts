import type { Answer, EntryKind, Question } from "./question.ts";

type Options = { readonly encoding?: BufferEncoding | "buffer" | null; readonly withFileTypes?: boolean; readonly recursive?: boolean; readonly throwIfNoEntry?: boolean };

export type Reads = Readonly<Record<string, (path: unknown, options?: unknown) => unknown>>;

/** The error that Node's own permissions would give. */
export type Denied = (permission: string, resource: string) => Error;

/**
 * The functions of `fs` that read, by their names in `fs/promises`. Everything is asked of landfall. Runs in the child
 * process as source text: it may use globals and what it is handed, nothing else.
 */
export function projectReads(ask: (question: Question) => Answer, denied: Denied, toPath: (url: URL) => string): Reads {
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
  return {
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
}
