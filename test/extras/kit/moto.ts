import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export interface Moto {
  readonly url: string;
  /** Forgets everything. */
  reset(): Promise<void>;
  stop(): void;
}

/** Starts moto's server on a free loopback port. */
export async function startMoto(): Promise<Moto> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const { hostname, port } = new URL(url);
  const server = spawn("moto_server", ["-H", hostname, "-p", port], { stdio: "ignore" });
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new RangeError(`moto_server ended with ${server.exitCode}`);
    await wait(100);
  }
  return { url, reset: () => reset(url), stop: () => void server.kill() };
}

const reset = async (url: string): Promise<void> => void (await fetch(`${url}/moto-api/reset`, { method: "POST" }));

const answers = (url: string): Promise<boolean> => reset(url).then(() => true, () => false);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
