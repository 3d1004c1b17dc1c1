import { builtinModules } from "node:module";

/**
 * The modules of Node that an organization file may import: those that compute, and `fs`, `process` and `tty`, in whose
 * place stand ours (`confine`). All others reach the network, start programs, or lead to the rest.
 */
const GIVEN = new Set([
  "assert", "assert/strict", "async_hooks", "buffer", "constants", "crypto", "diagnostics_channel", "events", "fs",
  "fs/promises", "os", "path", "path/posix", "path/win32", "process", "punycode", "querystring", "stream", "stream/promises",
  "string_decoder", "timers", "timers/promises", "tty", "url", "util", "util/types", "zlib",
]);

const BUILTIN = new Set(builtinModules);

/** The name of a module, of Node or from the network, that is not given to the file; undefined for all other imports. */
export function refusedModule(specifier: string): string | undefined {
  if (/^(https?:)?\/\//.test(specifier)) return specifier;
  const name = specifier.replace(/^node:/, "");
  const builtin = specifier.startsWith("node:") || BUILTIN.has(name);
  return builtin && !GIVEN.has(name) ? name : undefined;
}
