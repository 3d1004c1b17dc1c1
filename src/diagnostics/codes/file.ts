import type { CodeEntry } from "../code.ts";

/** 1xxx: the organization file cannot be read, or its shape is wrong. */
export const FILE_CODES = [
  {
    code: "LF1001",
    title: "No organization file was found",
    why: "landfall looks for landfall.config.ts, .json, .yaml or .yml in the working folder and every folder above it, up to the root of the repository.",
    fix: "Write one with `landfall init`, or name it with `--config PATH`.",
  },
] as const satisfies readonly CodeEntry[];
