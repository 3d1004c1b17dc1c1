import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClassicLevel } from "classic-level";
import { foreignFolder, openingError } from "./errors.ts";
import { DamagedStore, NewerStore, readStore, STORE_FORMAT } from "./level.ts";
import type { Store } from "./store.ts";

/** The database, and a file that says what the folder is. It is written last: once it is there, the database holds a world. */
const DATABASE = "landfall-emulator.leveldb";
const LABEL = "landfall-emulator.json";

export interface StoreLocation {
  readonly dir: string;
  /** Throws away what was there. */
  readonly fresh: boolean;
  readonly seed: string;
}

/**
 * Opens the store in a folder, making it if need be. Throws `LandfallError`: LF8001 a store of a newer landfall,
 * LF8002 a damaged one, LF8003 one in use, LF8004 a folder that holds something else, LF8005 one that cannot be used.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const { dir, fresh } = location;
  const { ClassicLevel: Level } = await import("classic-level");
  let database: ClassicLevel | undefined;
  try {
    await mkdir(dir, { recursive: true });
    await refuseForeign(dir);
    if (fresh) await discard(dir, Level);
    const isLabeled = await readLabel(dir);
    database = new Level(join(dir, DATABASE));
    await database.open();
    const store = await readStore(database, location.seed);
    if (store.isNew && isLabeled) throw new DamagedStore("The store is empty, but it was not.");
    return isLabeled ? store : labelWhenSaved(store, dir);
  } catch (error) {
    if (database?.status === "open") await database.close();
    throw openingError(dir, error);
  }
}

async function refuseForeign(dir: string): Promise<void> {
  const names = await readdir(dir);
  const isOurs = names.includes(LABEL) || names.includes(DATABASE);
  if (!isOurs && names[0] !== undefined) throw foreignFolder(dir, names[0]);
}

/** The label goes first: without it an empty database is a beginning, with it a loss. */
async function discard(dir: string, Level: typeof ClassicLevel): Promise<void> {
  await rm(join(dir, LABEL), { force: true });
  await Level.destroy(join(dir, DATABASE));
}

/** True when the folder is labeled; throws when the label is unreadable or of a newer format. */
async function readLabel(dir: string): Promise<boolean> {
  const names = await readdir(dir);
  if (!names.includes(LABEL)) return false;
  const text = await readFile(join(dir, LABEL), "utf8");
  const format = /"format":(\d+)/.exec(text)?.[1];
  if (format === undefined) throw new DamagedStore(`${LABEL} names no format.`);
  if (Number(format) > STORE_FORMAT) throw new NewerStore(Number(format));
  return true;
}

/** Writes the label whole or not at all. */
async function writeLabel(dir: string): Promise<void> {
  const path = join(dir, LABEL);
  await writeFile(`${path}.new`, `${JSON.stringify({ holds: "the embedded AWS of landfall", format: STORE_FORMAT })}\n`);
  await rename(`${path}.new`, path);
}

/** A store whose label is written after its first save. */
function labelWhenSaved(store: Store, dir: string): Store {
  let label: Promise<void> | undefined;
  return {
    world: store.world,
    isNew: store.isNew,
    lastNow: store.lastNow,
    async save(now) {
      await store.save(now);
      await (label ??= writeLabel(dir));
    },
    close: () => store.close(),
  };
}
