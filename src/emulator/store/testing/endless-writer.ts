/** Writes batch after batch without end and says which was acknowledged, until it is killed: `endless-writer DIR FIRST`. */
import { writeSync } from "node:fs";
import { openStore } from "../index.ts";
import { batch } from "./batches.ts";

const [dir = "", first] = process.argv.slice(2);
const store = await openStore({ dir, fresh: false, seed: "kill" });
for (let n = Number(first); ; n++) {
  for (const key of batch(n)) store.world.table("batches").put(key, n);
  await store.save(n);
  writeSync(1, `${n}\n`);
}
