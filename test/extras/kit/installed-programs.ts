import { spawnSync } from "node:child_process";

/** Whether a program is there and answers the probe; when not, says that its tests are skipped. */
export function isInstalled(program: string, probe: string, purpose: string): boolean {
  const { status } = spawnSync(program, [probe], { stdio: "ignore" });
  if (status === 0) return true;
  console.log(`skipped: ${program} is not installed, so ${purpose} is not tried`);
  return false;
}
