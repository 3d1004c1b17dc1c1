import { Random } from "./random.ts";
import { MemoryWorld } from "./world.ts";

/** Where a world is kept. */
export interface Store {
  readonly world: MemoryWorld;
  /** True when nothing was there before. */
  readonly isNew: boolean;
  /** The emulator's time of the last saved call, in milliseconds since the epoch; 0 when there was none. */
  readonly lastNow: number;
  /** Makes everything that changed since the last save last, as one; throws when it cannot, and then nothing of it is kept. */
  save(now: number): Promise<void>;
  close(): Promise<void>;
}

/** A world that is gone when the process ends. */
export function openMemoryStore(seed: string): Store {
  const world = new MemoryWorld(Random.fromSeed(seed));
  return {
    world,
    isNew: true,
    lastNow: 0,
    save: () => Promise.resolve(world.commit()),
    close: () => Promise.resolve(),
  };
}
