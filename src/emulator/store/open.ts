import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClassicLevel } from "classic-level";
import { LandfallError } from "../../diagnostics/index.ts";
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
  const { dir } = location;
  const { ClassicLevel: Level } = await import("classic-level");
  const found = await inspect(dir);
  if (found.foreign) throw foreignFolder(dir, found.foreign);
  if (found.format > STORE_FORMAT && !location.fresh) throw newerStore(dir, found.format);
  const isLabeled = found.labeled && !location.fresh;
  const database = new Level(join(dir, DATABASE));
  try {
    if (location.fresh) await discard(dir, Level);
    await database.open();
    const store = await readStore(database, location.seed);
    if (store.isNew && isLabeled) throw new DamagedStore("The store is empty, but it was not.");
    return isLabeled ? store : labelWhenSaved(store, dir);
  } catch (error) {
    await close(database);
    throw openingError(dir, error);
  }
}

/** The label goes first: without it an empty database is a beginning, with it a loss. */
async function discard(dir: string, Level: typeof ClassicLevel): Promise<void> {
  await rm(join(dir, LABEL), { force: true });
  await Level.destroy(join(dir, DATABASE));
}

interface Found {
  /** Something in the folder that is not ours. */
  readonly foreign?: string;
  readonly labeled: boolean;
  readonly format: number;
}

async function inspect(dir: string): Promise<Found> {
  try {
    await mkdir(dir, { recursive: true });
    const names = await readdir(dir);
    const isOurs = names.includes(LABEL) || names.includes(DATABASE);
    if (!isOurs && names[0] !== undefined) return { foreign: names[0], labeled: false, format: 0 };
    if (!names.includes(LABEL)) return { labeled: false, format: 0 };
    const label = JSON.parse(await readFile(join(dir, LABEL), "utf8")) as { readonly format?: unknown };
    return { labeled: true, format: Number(label.format) };
  } catch (error) {
    throw openingError(dir, error instanceof SyntaxError ? new DamagedStore(`${LABEL} is not JSON.`, { cause: error }) : error);
  }
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
      label ??= writeFile(join(dir, LABEL), `${JSON.stringify({ holds: "the embedded AWS of landfall", format: STORE_FORMAT })}\n`);
      await label;
    },
    close: () => store.close(),
  };
}

async function close(database: ClassicLevel): Promise<void> {
  if (database.status === "open") await database.close();
}

function openingError(dir: string, error: unknown): Error {
  if (error instanceof LandfallError) return error;
  if (error instanceof NewerStore) return newerStore(dir, error.format);
  const code = levelCode(error);
  if (error instanceof DamagedStore || code === "LEVEL_CORRUPTION") {
    return new LandfallError(
      {
        code: "LF8002",
        severity: "error",
        summary: `The emulator's store in ${dir} is damaged.`,
        detail: `${messageOf(error)} What is left of it is not shown as if it were whole.`,
        fix: "Put a copy back, or start anew with:\n  landfall emulator --fresh",
      },
      "failed",
      { cause: error },
    );
  }
  if (code === "LEVEL_LOCKED") {
    return new LandfallError(
      {
        code: "LF8003",
        severity: "error",
        summary: `The emulator's store in ${dir} is in use by another process.`,
        fix: "Stop the other one, point this one to it with an endpoint, or use another folder with --dir.",
      },
      "failed",
      { cause: error },
    );
  }
  return new LandfallError(
    { code: "LF8005", severity: "error", summary: `The emulator's store in ${dir} cannot be opened: ${messageOf(error)}`, fix: "Check the folder's permissions and the space left on its disk." },
    "failed",
    { cause: error },
  );
}

/** LevelDB's own code stands on the cause of the error. */
function levelCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as Error & { readonly code?: unknown };
  return levelCode(error.cause) ?? (typeof code === "string" ? code : undefined);
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
};

const newerStore = (dir: string, format: number): LandfallError =>
  new LandfallError({
    code: "LF8001",
    severity: "error",
    summary: `The emulator's store in ${dir} was written by a newer landfall (format ${format}; this one knows ${STORE_FORMAT}).`,
    fix: "Use that landfall, or start anew with:\n  landfall emulator --fresh",
  });

const foreignFolder = (dir: string, name: string): LandfallError =>
  new LandfallError({
    code: "LF8004",
    severity: "error",
    summary: `${dir} is not a store of the emulator: it holds ${name}.`,
    fix: "Name an empty folder, or one that the emulator made.",
  });
