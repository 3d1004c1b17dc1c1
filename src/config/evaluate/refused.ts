import { builtinModules } from "node:module";

/**
 * The modules of Node that an organization file may import: those that compute, and `fs`, which Node's permissions
 * limit to reading the project. All others reach the network, start programs, or lead to the rest.
 */
const GIVEN = new Set([
  "assert", "assert/strict", "buffer", "constants", "crypto", "events", "fs", "fs/promises", "os", "path", "path/posix",
  "path/win32", "punycode", "querystring", "stream", "stream/promises", "string_decoder", "timers", "timers/promises", "tty",
  "url", "util", "util/types",
]);

const BUILTIN = new Set(builtinModules);

/** The name of a module of Node that is not given to the file; undefined for all other imports. */
export function refusedModule(specifier: string): string | undefined {
  const name = specifier.replace(/^node:/, "");
  const builtin = specifier.startsWith("node:") || BUILTIN.has(name);
  return builtin && !GIVEN.has(name) ? name : undefined;
}
