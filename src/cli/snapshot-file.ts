import * as z from "zod";
import type { AccountPeople, KnownResource, KnownResources, KnownRole } from "../access/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import type { Address } from "../ids/index.ts";
import type { Observation, Observed } from "../inventory/index.ts";
import { enveloped } from "../report/index.ts";

/** What `landfall snapshot` keeps: who is governed by what, and which roles there are. No addresses of people, no keys. */
export interface Snapshot {
  /** The organization's name in the file. */
  readonly organization: string;
  readonly homeRegion: string;
  /** ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly observation: Observation;
  readonly roles: readonly KnownRole[];
  /** Accounts whose roles are all in it. */
  readonly iamKnown: ReadonlySet<Address>;
  /** Who signs in to accounts without Identity Center; absent in snapshots of earlier versions. */
  readonly people?: readonly AccountPeople[];
  /** Policies of resources, where they were given. */
  readonly resources?: KnownResources;
  /** Whether delegated administrators and trusted access are in it; they are not in snapshots of earlier versions. */
  readonly services: boolean;
  /** Which accounts' IAM is not in it, and why. */
  readonly told: readonly string[];
}

const FORMAT = "landfall.snapshot/1";
/** What decides about access; the rest of what AWS was seen to have is left out. */
const KEPT = new Set(["organization", "root", "ou", "account", "policy-type", "policy", "attachment", "trusted-access", "delegated-administrator", "delegation-policy"]);

export function snapshotText({ observation, roles, iamKnown, resources, ...facts }: Snapshot, tool: string): string {
  const { items, managementAccountId, organizationId, rootId, notRead } = observation;
  const kept = [...items.values()].filter(({ item }) => KEPT.has(item.kind)).map(withoutAddresses);
  return enveloped({ format: FORMAT, tool }, { ...facts, managementAccountId, organizationId, rootId, notRead, items: kept, iamKnown: [...iamKnown], roles: roles.map((role) => ({ ...role, accounts: [...role.accounts] })), ...(resources === undefined ? {} : { resources: resourcesJson(resources) }) });
}

const resourcesJson = ({ resources, complete, collectedAt }: KnownResources): object => ({ resources, complete: Object.fromEntries(Array.from(complete, ([account, services]) => [account, [...services]])), collectedAt });

/** The e-mail address of an account's root user is nobody's business in a file that is handed around. */
const withoutAddresses = (observed: Observed): Observed => (observed.item.kind === "account" ? { ...observed, item: { ...observed.item, email: "" } } : observed);

/** Only so much as makes it worth believing; what is in it was written by landfall. */
const SHAPE = z.object({
  format: z.literal(FORMAT),
  organization: z.string(),
  homeRegion: z.string(),
  takenAt: z.iso.datetime(),
  managementAccountId: z.string().regex(/^\d{12}$/),
  organizationId: z.string().optional(),
  rootId: z.string().optional(),
  notRead: z.array(z.string()),
  told: z.array(z.string()),
  iamKnown: z.array(z.string()),
  items: z.array(z.object({ id: z.string(), owner: z.string(), item: z.looseObject({ kind: z.string(), address: z.string() }) })),
  services: z.boolean().default(false),
  people: z.array(z.looseObject({ account: z.string() })).optional(),
  resources: z.object({ resources: z.array(z.looseObject({ arn: z.string(), account: z.string(), policy: z.looseObject({}) })), complete: z.record(z.string(), z.array(z.string())), collectedAt: z.string().optional() }).optional(),
  roles: z.array(z.looseObject({ kind: z.enum(["role", "permission-set"]), name: z.string(), path: z.string(), accounts: z.array(z.string()), permissions: z.looseObject({ identity: z.object({ policies: z.array(z.unknown()), unknown: z.array(z.string()) }) }), from: z.string() })),
});

/** @throws LandfallError LF3206 for a text that is no snapshot of this format */
export function readSnapshot(text: string, name: string): Snapshot {
  const given = json(text);
  const newer = formatAfter(given);
  if (newer !== undefined) throw new LandfallError({ code: "LF3206", severity: "error", summary: `${name} was written by a later version of landfall: its format is ${newer}, and this one reads ${FORMAT}.`, fix: `Ask it with that version, or write it again with this one:\n\n  landfall snapshot ${name} --force` }, "usage");
  const parsed = SHAPE.safeParse(given);
  if (!parsed.success) throw new LandfallError({ code: "LF3206", severity: "error", summary: `${name} is no snapshot that this version reads.`, fix: `Write it again:\n\n  landfall snapshot ${name} --force` }, "usage");
  const { items, roles, iamKnown, people, resources, services, organization, homeRegion, takenAt, told, managementAccountId, organizationId, rootId, notRead } = parsed.data;
  const observed = items as unknown as Observed[];
  return {
    organization,
    homeRegion,
    takenAt,
    told,
    services,
    ...(people === undefined ? {} : { people: people satisfies readonly AccountPeople[] }),
    ...(resources === undefined ? {} : { resources: resourcesOf(resources) }),
    iamKnown: new Set(iamKnown),
    observation: { items: new Map(observed.map((one) => [one.item.address, one])), managementAccountId, ...(organizationId === undefined ? {} : { organizationId }), ...(rootId === undefined ? {} : { rootId }), notRead, creationsInFlight: [], calls: {} },
    roles: roles.map((role) => ({ ...(role as unknown as KnownRole), accounts: new Set(role.accounts) })),
  };
}

const LATER = z.object({ format: z.string().regex(/^landfall\.snapshot\/(?:[2-9]|\d{2,3})$/) });

/** The format of a later version; undefined for any other text. */
const formatAfter = (given: unknown): string | undefined => LATER.safeParse(given).data?.format;

function resourcesOf({ resources, complete, collectedAt }: NonNullable<z.infer<typeof SHAPE>["resources"]>): KnownResources {
  const told = resources as unknown as KnownResource[];
  return { resources: told, complete: new Map(Object.entries(complete).map(([account, services]) => [account, new Set(services)])), ...(collectedAt === undefined ? {} : { collectedAt }) };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
