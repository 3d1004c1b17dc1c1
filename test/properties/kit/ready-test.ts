import { organizationOf } from "./file-of.ts";
import { type Failure, wayOf } from "./pairs.ts";

/** A failure as a test that one can paste into a file of this folder, with what went wrong above it. */
export function readyTest({ pair, broken }: Failure): string {
  const { seed, before, trouble } = pair;
  const { after, byHand = false } = wayOf(pair);
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
    ...(byHand ? ["    byHand: true,"] : []),
    `    before: ${text(organizationOf(before)).replaceAll("\n      ", "\n    ")},`,
    `    after: ${text(after).replaceAll("\n      ", "\n    ")},`,
    "  }));",
    "",
  ].join("\n");
}
