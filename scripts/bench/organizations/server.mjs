// The embedded AWS over HTTP for measuring: `server EMULATOR OPTIONS`, forked. Says where it listens; asked `calls`, it
// answers how many calls there were since it was last asked, how many of them came one after the other, and how many
// account creations were in flight at most.
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const [, , module, text] = process.argv;
const { latency = 0, throttle = false, dir, accounts } = JSON.parse(text);
const { manualClock, openEmulator, serveEmulator } = await import(pathToFileURL(module).href);

/** Stands still, and leaps over AWS's minutes when somebody looks: a creation is over at the first look at it. */
const leaping = manualClock(Date.now());
const LEAP = 600_000;
const clock = throttle ? undefined : leaping;
const emulator = await openEmulator({ clock, throttle, dir, accountLimit: accounts, seed: "bench" });
let [creations, mostCreations, isPending, before, calls, trips] = [0, 0, false, new Map(), 0, 0];

/** What AWS finishes later is taken when it is asked for, and is over when the next look comes. */
function note(operation) {
  if (/^(List|Describe|Get)/.test(operation)) {
    if (isPending) leaping.advance(LEAP);
    [isPending, creations] = [false, 0];
  } else if (/^(CreateAccount|CloseAccount|EnablePolicyType|DisablePolicyType)$/.test(operation)) {
    isPending = true;
    if (operation === "CreateAccount") mostCreations = Math.max(mostCreations, (creations += 1));
  }
}

const slow = {
  ...emulator,
  async handle(request) {
    calls += 1;
    // A call that comes after an answer may rest on it; so many have come one after the other.
    const inTurn = trips + 1;
    if (latency > 0) await delay(latency);
    if (!throttle) note(request.headers["x-amz-target"]?.split(".").at(-1) ?? "");
    const answer = await emulator.handle(request);
    trips = Math.max(trips, inTurn);
    return answer;
  },
};
const server = await serveEmulator(slow);

process.on("message", async (message) => {
  if (message === "calls") {
    const counts = new Map(Object.entries(emulator.calls().counts));
    const since = [...counts].map(([name, count]) => [name, count - (before.get(name) ?? 0)]).filter(([, count]) => count > 0);
    process.send({ calls, counts: Object.fromEntries(since), failures: emulator.calls().failures, mostCreations, trips });
    [before, calls, mostCreations, trips] = [counts, 0, 0, 0];
  }
  if (message === "close") {
    await server.close();
    await emulator.close();
    process.disconnect();
  }
});
process.send({ url: server.url, credentials: emulator.credentials });
