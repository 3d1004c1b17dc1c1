/**
 * Takes away, before code of the user runs, what Node's permissions do not: the network as far as it can be reached
 * without an import, signals to other processes, the clock and random numbers. Runs in the child process as source text:
 * it may use globals, nothing else.
 */
export function confine(): void {
  // A function of this kind stands in for what would make two loads differ, or reach beyond the project.
  const refusal = (code: string, message: string) => (): never => {
    throw Object.assign(new Error(message), { code });
  };
  const crypto = process.getBuiltinModule("node:crypto");
  const { builtinModules, syncBuiltinESMExports } = process.getBuiltinModule("node:module");
  // Node puts its modules into the global scope of code given on the command line.
  for (const name of builtinModules) {
    if (!["process", "console", "crypto"].includes(name)) Reflect.deleteProperty(globalThis, name);
  }
  for (const name of ["require", "module", "exports", "__filename", "__dirname"]) Reflect.deleteProperty(globalThis, name);
  for (const name of ["getBuiltinModule", "binding", "_linkedBinding", "dlopen", "kill", "_kill", "abort", "_debugProcess", "_debugEnd"]) {
    Reflect.deleteProperty(process, name);
  }
  const network = refusal("LANDFALL_NETWORK", "An organization file has no network.");
  for (const name of ["fetch", "WebSocket", "EventSource"]) {
    Object.defineProperty(globalThis, name, { value: network, configurable: true, writable: true });
  }
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
      if (name in holder && !fixed) Object.defineProperty(holder, name, { value: chance, configurable: true, writable: true });
    }
  }
  // Named imports of modules take what the modules hold now.
  syncBuiltinESMExports();
}
