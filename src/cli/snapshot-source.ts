import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { accessModel } from "../access/index.ts";
import type { AskedSource } from "./access-source.ts";
import type { Invocation } from "./command.ts";
import { unreadable } from "./policy-files.ts";
import { readSnapshot } from "./snapshot-file.ts";
import { statementTeller } from "./statement-places.ts";

/** What snapshots of earlier versions do not have. */
const NO_SERVICES = ["assignment", "stacksets", "delegated-administrator", "delegation-policy"] as const;

/** The organization and the IAM of its accounts as a snapshot has them. */
export async function snapshotSource({ terminal }: Invocation, name: string): Promise<AskedSource> {
  const text = await readFile(resolve(terminal.cwd, name), "utf8").catch((error: unknown) => unreadable(name, error));
  const { organization, homeRegion, takenAt, observation, roles, iamKnown, told, people, resources, services } = readSnapshot(text, name);
  const age = Date.now() - Date.parse(takenAt);
  const model = accessModel(observation, { homeRegion, roles, iamKnown });
  return { model, items: Array.from(observation.items.values(), ({ item }) => item), ...(people === undefined ? {} : { people }), ...(resources === undefined ? {} : { resources }), lacks: new Set(services ? (["assignment"] as const) : NO_SERVICES), teller: statementTeller(model), name: organization, source: { kind: "snapshot", name, readAt: takenAt, age, iam: told } };
}
