import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";

/** Which process holds a lock. Two processes with one `machine` see each other's process ids. */
export interface ProcessOfMachine {
  readonly machine: string;
  readonly pid: number;
}

/** This process. Machines are told apart by more than their name, which laptops and build agents share. */
export const thisProcess = (): ProcessOfMachine => ({ machine: machine(), pid: process.pid });

/** Whether a process of this machine has ended. Of one elsewhere nobody here can tell, nor of an id that is used again. */
export function hasEnded({ machine: where, pid }: Partial<ProcessOfMachine>): boolean {
  if (where !== machine() || pid === undefined || !Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** A hash, since the lock is read by others: they need not know the addresses of a network. */
function machine(): string {
  return createHash("sha256").update(linuxMachine() ?? otherMachine()).digest("hex").slice(0, 16);
}

/** The boot and the process ids' namespace: containers on one machine do not see each other's processes. */
function linuxMachine(): string | undefined {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return undefined;
  }
}

function otherMachine(): string {
  const macs = Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).filter(({ internal }) => !internal).map(({ mac }) => mac));
  return [hostname(), ...new Set(macs)].toSorted().join(" ");
}
