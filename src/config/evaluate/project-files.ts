import type * as Fs from "node:fs";
import type { Denied, Reads } from "./project-reads.ts";

type Callback = (error: Error | null, value?: unknown) => void;

/**
 * The `fs` of an organization file. The process itself may read no file at all: everything is asked of landfall, which
 * follows symbolic links before it answers. Reading is given; the rest of `fs` is there by name and refuses. Runs in the
 * child process as source text: it may use globals and what it is handed, nothing else.
 */
export function projectFiles(reads: Reads, denied: Denied, real: typeof Fs): Record<string, unknown> {
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
  for (const [name, read] of Object.entries(reads)) {
    promises[name] = async (path: unknown, options: unknown) => read(path, options);
    fs[`${name}Sync`] = (path: unknown, options: unknown) => read(path, options);
    fs[name] = (path: unknown, ...rest: unknown[]) => {
      const callback = rest.at(-1) as Callback;
      let value: unknown;
      try {
        value = read(path, rest[0]);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED") throw error;
        process.nextTick(callback, error);
        return;
      }
      process.nextTick(callback, null, value);
    };
  }
  for (const name of ["realpath", "realpathSync"]) (fs[name] as { native?: unknown }).native = fs[name];
  fs["existsSync"] = (path: unknown) => reads["stat"]?.(path, { throwIfNoEntry: false }) !== undefined;
  return fs;
}
