export { openStore, type StoreLocation } from "./open.ts";
export { openMemoryStore, type Store } from "./store.ts";
export { MemoryWorld, type Savepoint } from "./world.ts";
