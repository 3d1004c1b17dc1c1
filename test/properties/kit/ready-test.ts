import type { Failure } from "./pairs.ts";
import { organizationOf } from "./sketch.ts";

/** A failure as a test that one can paste into a file of this folder, with what went wrong above it. */
export function readyTest({ pair: { seed, before, after, trouble }, broken }: Failure): string {
  const text = (value: unknown): string => JSON.stringify(value, undefined, 2).replaceAll(/"(\w+)":/g, "$1:").replaceAll("\n", "\n      ");
  return [
    ...broken.message.split("\n").map((line) => `// ${line}`),
    'import { it } from "vitest";',
    'import { travel } from "./kit/journey.ts";',
    "",
    `it(${JSON.stringify(`keeps the rule "${broken.rule}" (seed ${seed})`)}, { timeout: 60_000 }, () =>`,
    "  travel({",
    `    seed: ${seed},`,
    `    trouble: ${JSON.stringify(trouble).replaceAll(/"(\w+)":/g, "$1: ").replaceAll(",", ", ")},`,
    `    before: ${text(organizationOf(before)).replaceAll("\n      ", "\n    ")},`,
    `    after: ${text(organizationOf(after, before)).replaceAll("\n      ", "\n    ")},`,
    "  }));",
    "",
  ].join("\n");
}
