export { type Place } from "./keepers.ts";
export { type Levels, type ShutOut, shutOut } from "./shut-out.ts";
