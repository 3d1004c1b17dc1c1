import type { Change } from "./plan.ts";

/** Changes as a run makes them: who waits comes after what it waits for; otherwise as they are. */
export function inOrderOfWaits(changes: readonly Change[]): Change[] {
  const byAddress = new Map(changes.map((change) => [change.address, change]));
  const [begun, ordered] = [new Set<Change>(), new Set<Change>()];
  for (const change of changes) {
    // A row of steps may be longer than calls can be deep.
    const open: { readonly change: Change; readonly waits: Iterator<string> }[] = [];
    const begin = (one: Change | undefined): void => {
      if (one === undefined || begun.has(one)) return;
      begun.add(one);
      open.push({ change: one, waits: one.waitsFor.values() });
    };
    begin(change);
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const { value, done } = last.waits.next();
      if (done !== true) begin(byAddress.get(value));
      else {
        open.pop();
        ordered.add(last.change);
      }
    }
  }
  return [...ordered];
}
