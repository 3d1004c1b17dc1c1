import { type Check, fail, ok } from "../check.ts";

const parts = (version: string): number[] => version.replace(/^[^\d]*/, "").split(".").map(Number);

/** Whether one version is at least another, number by number. */
function isAtLeast(version: string, least: string): boolean {
  const [has, needs] = [parts(version), parts(least)];
  for (const [index, number] of needs.entries()) if ((has[index] ?? 0) !== number) return (has[index] ?? 0) > number;
  return true;
}

export const node: Check = {
  name: "node",
  needs: [],
  run: async ({ input: { node: { version, required } } }) =>
    isAtLeast(version, required) ? [ok(version)] : [fail(`${version} is too old: landfall needs ${required}`, "Install a newer Node.js.")],
};
