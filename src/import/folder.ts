import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

/** Why a file was not read, or its text without a byte order mark. */
export type FileReading =
  | { readonly ok: true; readonly text: string; /** The path as the user would type it. */ readonly file: string; /** The name differs in case from what was asked for. */ readonly otherCase: boolean }
  | { readonly ok: false; readonly reason: "absent" | "outside" | "unreadable"; readonly why: string; readonly file: string };

/** Far above any configuration that people write by hand. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** A folder of foreign files. Nothing outside of it is read, not even through a symbolic link. */
export class ConfigurationFolder {
  readonly #shown: string;
  readonly #root: string;

  /** `shown` is the folder as the user typed it. Throws what `realpath` throws when the folder does not exist. */
  constructor(dir: string, shown = dir) {
    this.#shown = shown;
    this.#root = realpathSync(dir);
  }

  /** The path of a file in this folder, as the user would type it. */
  shown(relative: string): string {
    return path.join(this.#shown, relative);
  }

  names(): string[] {
    return readdirSync(this.#root).sort();
  }

  /** Every file in this folder and below, sorted, with `/` between the parts of its path; symbolic links are passed over. */
  files(): string[] {
    return this.#entries((entry) => entry.isFile());
  }

  /** The symbolic links in this folder and below, as `files` gives files. */
  links(): string[] {
    return this.#entries((entry) => entry.isSymbolicLink());
  }

  /** Walks by itself: Node's own recursion follows symbolic links in some of its versions. */
  #entries(wanted: (entry: Dirent) => boolean): string[] {
    const below = (dir: string): string[] =>
      readdirSync(path.join(this.#root, dir), { withFileTypes: true }).flatMap((entry) => {
        const name = dir === "" ? entry.name : `${dir}/${entry.name}`;
        return [...(wanted(entry) ? [name] : []), ...(entry.isDirectory() ? below(name) : [])];
      });
    return below("").sort();
  }

  /** Whether a relative path, taken from a configuration, stays inside the folder by its words alone. */
  #inside(absolute: string): boolean {
    const relative = path.relative(this.#root, absolute);
    return relative !== "" && relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  }

  /** Reads a file; a leading slash means this folder. */
  read(relative: string): FileReading {
    const file = this.shown(relative);
    const refuse = (reason: "absent" | "outside" | "unreadable", why: string): FileReading => ({ ok: false, reason, why, file });
    if (relative.includes("\0")) return refuse("outside", "the path holds a null character");
    const wanted = path.join(this.#root, relative);
    if (!this.#inside(wanted)) return refuse("outside", "the path leads out of the configuration's folder");
    const found = this.#locate(path.relative(this.#root, wanted));
    if (found === undefined) return refuse("absent", "the file does not exist");
    try {
      const real = realpathSync(found);
      if (!this.#inside(real)) return refuse("outside", "a symbolic link leads out of the configuration's folder");
      const stats = statSync(real);
      if (!stats.isFile()) return refuse("unreadable", "it is not a file");
      if (stats.size > MAX_FILE_BYTES) return refuse("unreadable", `it has ${stats.size} bytes; more than ${MAX_FILE_BYTES} are not read`);
      const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(real));
      return { ok: true, text, file: this.shown(path.relative(this.#root, found)), otherCase: found !== wanted };
    } catch (error) {
      return refuse("unreadable", error instanceof TypeError ? "it is not UTF-8 text" : `it cannot be read (${codeOf(error)})`);
    }
  }

  /** The file with exactly this name, or the only one whose name differs in case alone. */
  #locate(relative: string): string | undefined {
    let at = this.#root;
    for (const part of relative.split(path.sep)) {
      let names: string[];
      try {
        names = readdirSync(at);
      } catch {
        return undefined;
      }
      const alike = names.filter((name) => name.toLowerCase() === part.toLowerCase());
      const name = alike.includes(part) ? part : alike.length === 1 ? alike[0] : undefined;
      if (name === undefined) return undefined;
      at = path.join(at, name);
    }
    return at;
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : String(error));
