import type { Aws } from "../aws/index.ts";
import type { Emit } from "../diagnostics/index.ts";
import { type Address, ORGANIZATION, ROOT } from "../ids/index.ts";
import { type Inventory, NO_STATEMENTS, type Observation, type Observed, type Statements } from "../inventory/index.ts";
import { readAccountQuota } from "./account-quota.ts";
import { readAhead } from "./ahead.ts";
import type { Excludable } from "./excluded.ts";
import { contactsNotRead } from "./contacts.ts";
import { recognizeControlTower } from "./control-tower.ts";
import { handshakesOf } from "./handshakes.ts";
import { policiesNotRead } from "./policies.ts";
import { awsReader, type Reader } from "./reader.ts";
import { beginReading, type Reading } from "./reading.ts";
import { RESOURCES } from "./registry.ts";

export interface ObserveOptions {
  readonly desired: Inventory;
  /** New address by old: a thing that has been renamed in the file is read under its new name. */
  readonly moved?: Statements["moved"];
  /** Addresses that the file says to take away: what is only read when it is spoken of, is read for these too. */
  readonly remove?: Statements["remove"];
  /** Reads also what costs a call for each account and the file does not speak of. Default: false. */
  readonly all?: boolean;
  /** Kinds that are neither read nor planned. */
  readonly exclude?: readonly Excludable[];
  readonly emit?: Emit;
  /** One that has begun already. Default: a new one. */
  readonly reading?: Reading;
}

/**
 * Reads the whole organization, kind by kind, each distinct call once.
 * @throws LandfallError LF7006 when the credentials are not those of the management account.
 */
export async function observe(aws: Aws, { desired, moved = NO_STATEMENTS.moved, remove = NO_STATEMENTS.remove, all = false, exclude = [], emit = () => {}, reading = beginReading(aws) }: ObserveOptions): Promise<Observation> {
  const { before } = reading;
  const start = aws.clock.now();
  emit({ name: "observe.start" });
  const reader: Reader = awsReader(reading.aws, exclude, desired, remove);
  const managementAccountId = await reader.managementAccountId();
  const found = new Map<Address, Observed>();
  const byId = new Map<string, Address>();
  const exists = (await reader.organization()) !== undefined;
  if (exists) {
    const isWhole = (await reader.organization())?.FeatureSet !== "CONSOLIDATED_BILLING";
    if (isWhole) readAhead(reader, exclude);
    for (const resource of RESOURCES.filter(({ kind }) => !exclude.includes(kind) && (isWhole || WITHOUT_ALL_FEATURES.has(kind)))) {
      const observed = await resource.observe(reader, { desired, moved, remove, all, found, addressOf: (id) => byId.get(id) });
      for (const thing of observed) {
        found.set(thing.item.address, thing);
        byId.set(thing.id, thing.item.address);
      }
    }
  }
  const governance = await recognizeControlTower(reader.aws, found, (id) => byId.get(id));
  const accountQuota = await readAccountQuota(reader.aws, desired, found);
  const calls = difference(before, aws.calls());
  emit({ name: "observe.end", calls: sum(calls), items: found.size, millis: aws.clock.now() - start });
  return {
    items: found,
    ...(exists ? await handshakesOf(reader, desired, found) : {}),
    creationsInFlight: exists ? await reader.creations() : [],
    managementAccountId,
    organizationId: found.get(ORGANIZATION)?.id,
    rootId: found.get(ROOT)?.id,
    remarks: exists ? [...governance.remarks, ...(await remarksOn(reader, found, exclude))] : [],
    accountQuota,
    controlTower: governance.controlTower,
    notRead: [...exclude.map((kind) => `${kind}: excluded`), ...governance.notRead],
    calls: difference(before, aws.calls()),
  };
}

/** What AWS shows of an organization with consolidated billing only. */
const WITHOUT_ALL_FEATURES: ReadonlySet<string> = new Set(["organization", "root", "ou", "account"]);

async function remarksOn(reader: Reader, found: ReadonlyMap<Address, Observed>, exclude: readonly Excludable[]): Promise<string[]> {
  return [...(await reader.remarks()), ...(exclude.includes("contact") ? [] : contactsNotRead(found)), ...(exclude.includes("policy") ? [] : await policiesNotRead(reader))];
}

function difference(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after)
      .map(([operation, count]): [string, number] => [operation, count - (before[operation] ?? 0)])
      .filter(([, count]) => count > 0),
  );
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0);
