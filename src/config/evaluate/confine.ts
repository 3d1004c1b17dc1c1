/** The modules that the code gets from us in place of Node's own, by name. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * Takes away, before code of the user runs, what Node's permissions do not: the network, signals to other processes, the
 * clock and random numbers. Standard input and output are sockets in Node, from which a connection can be made to
 * anywhere; so plain streams take their place. Runs in the child process as source text: it may use globals and what it
 * is handed, nothing else.
 */
export function confine(files: Record<string, unknown>): void {
  // A function of this kind stands in for what would make two loads differ, or reach beyond the project.
  const refusal = (code: string, message: string) => (): never => {
    throw Object.assign(new Error(message), { code });
  };
  const crypto = process.getBuiltinModule("node:crypto");
  const os = process.getBuiltinModule("node:os");
  const { Readable, Writable } = process.getBuiltinModule("node:stream");
  const { Server, Socket } = process.getBuiltinModule("node:net");
  const { writeSync } = process.getBuiltinModule("node:fs");
  const { builtinModules, syncBuiltinESMExports } = process.getBuiltinModule("node:module");
  const put = (holder: object, name: string, value: unknown): void => {
    Object.defineProperty(holder, name, { value, configurable: true, writable: true });
  };
  const network = refusal("LANDFALL_NETWORK", "An organization file has no network.");
  // First of all, since parts of Node that are loaded later ask for these streams.
  const printing = (fd: 1 | 2): object => {
    const stream = new Writable({
      decodeStrings: true,
      write: (chunk: Buffer, _encoding, done) => {
        try {
          for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
        } catch {
          // Nobody reads any more.
        }
        done();
      },
    });
    return Object.assign(stream, { fd });
  };
  put(process, "stdin", Object.assign(Readable.from([]), { fd: 0 }));
  put(process, "stdout", printing(1));
  put(process, "stderr", printing(2));
  // No way to these classes is known; should there be one, it ends here. A socket calls `on` while it is made.
  for (const name of ["connect", "on"]) put(Socket.prototype, name, network);
  put(Server.prototype, "listen", network);
  for (const name of ["fetch", "WebSocket", "EventSource"]) put(globalThis, name, network);
  // Asking for any of these loads Node's HTTP client, whose dispatcher then stands in the global scope.
  for (const name of ["FormData", "Headers", "Request", "Response", "MessageEvent", "CloseEvent"]) Reflect.deleteProperty(globalThis, name);
  for (const name of ["compileStreaming", "instantiateStreaming"]) Reflect.deleteProperty(Reflect.get(globalThis, "WebAssembly") as object, name);
  for (const version of ["1", "2"]) Object.defineProperty(globalThis, Symbol.for(`undici.globalDispatcher.${version}`), { value: null });
  // Node puts its modules into the global scope of code given on the command line.
  for (const name of builtinModules) {
    if (!["process", "console", "crypto"].includes(name)) Reflect.deleteProperty(globalThis, name);
  }
  for (const name of ["require", "module", "exports", "__filename", "__dirname"]) Reflect.deleteProperty(globalThis, name);
  for (const name of [
    "getBuiltinModule", "binding", "_linkedBinding", "dlopen", "execve", "kill", "_kill", "abort", "_debugProcess", "_debugEnd", "ppid", "report",
    "loadEnvFile", "openStdin", "_getActiveHandles", "_getActiveRequests", "mainModule", "channel", "send", "disconnect",
    "setuid", "seteuid", "setgid", "setegid", "setgroups", "initgroups",
  ]) {
    if (!Reflect.deleteProperty(process, name)) put(process, name, undefined);
  }
  for (const name of ["setPriority"]) Reflect.deleteProperty(os, name);
  for (const name of ["setEngine"]) Reflect.deleteProperty(crypto, name);
  const time = refusal("LANDFALL_TIME", "An organization file has no clock: two loads must give the same organization.");
  const chance = refusal("LANDFALL_CHANCE", "An organization file has no random numbers: two loads must give the same organization.");
  Math.random = chance;
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    apply: time,
    construct: (target, given, newTarget: new () => object) => (given.length === 0 ? time() : (Reflect.construct(target, given, newTarget) as Date)),
  });
  RealDate.now = time;
  for (const name of ["randomUUID", "getRandomValues", "randomBytes", "randomInt", "randomFillSync", "randomFill"]) {
    for (const holder of [globalThis.crypto, crypto]) {
      const fixed = Object.getOwnPropertyDescriptor(holder, name)?.configurable === false;
      if (name in holder && !fixed) put(holder, name, chance);
    }
  }
  const given: Given = { fs: files, "fs/promises": files["promises"], process, tty: { isatty: () => false, ReadStream: network, WriteStream: network } };
  put(globalThis, "__landfall_given", given);
  // Named imports of modules take what the modules hold now.
  syncBuiltinESMExports();
}
