import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import * as z from "zod";
import { type AccessAccount, type AccessModel, accountNamed, type KnownResource, type KnownResources, SHARING_SERVICES } from "../access/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import { type Address, parseArn } from "../ids/index.ts";
import { parsePolicyText } from "../policy/index.ts";
import { unreadable } from "./policy-files.ts";

const FORMAT = "landfall.resource-policies/1";

/** AWS's commands print a policy as a text inside of JSON, so it may stand here as it comes. */
const SHAPE = z.strictObject({
  format: z.literal(FORMAT),
  collectedAt: z.iso.datetime().optional(),
  accounts: z.record(
    z.string(),
    z.strictObject({
      complete: z.array(z.enum(SHARING_SERVICES)).optional(),
      policies: z.array(z.strictObject({ resource: z.string(), policy: z.union([z.string(), z.record(z.string(), z.unknown())]), purpose: z.string().optional() })),
    }),
  ),
});

/**
 * The policies of resources that a file tells, by the account that owns them.
 * @throws LandfallError LF3207 for a file that is none; LF3201 for an account that there is not
 */
export async function readResourcePolicies(model: AccessModel, name: string, cwd: string): Promise<KnownResources> {
  const text = await readFile(resolve(cwd, name), "utf8").catch((error: unknown) => unreadable(name, error));
  const parsed = SHAPE.safeParse(json(text, name));
  if (!parsed.success) throw wrong(`${name} is no list of resource policies: ${z.prettifyError(parsed.error).split("\n", 2).map((line) => line.trim()).join(" ")}`);
  const complete = new Map<Address, ReadonlySet<string>>();
  const resources: KnownResource[] = [];
  for (const [account, { complete: services = [], policies }] of Object.entries(parsed.data.accounts)) {
    const owner = accountNamed(model, account);
    complete.set(owner.address, new Set([...(complete.get(owner.address) ?? []), ...services]));
    for (const told of policies) resources.push(resourceOf(told, owner, name));
  }
  return { resources, complete, ...(parsed.data.collectedAt === undefined ? {} : { collectedAt: parsed.data.collectedAt }) };
}

interface Told {
  readonly resource: string;
  readonly policy: unknown;
  readonly purpose?: string | undefined;
}

function resourceOf({ resource: arn, policy, purpose }: Told, owner: AccessAccount, name: string): KnownResource {
  const id = parseArn(arn)?.accountId;
  if (id === undefined) throw wrong(`${name}: the resource ${arn} is no ARN.`);
  if (id !== "" && !owner.isStandIn && id !== owner.id) throw wrong(`${name}: the resource ${arn} is not of ${owner.key}, whose id is ${owner.id}.`);
  const { document, problems } = parsePolicyText(typeof policy === "string" ? policy : JSON.stringify(policy));
  if (document === undefined || problems.length > 0) throw wrong(`${name}: the policy of ${arn} is none${problems[0] === undefined ? "" : `: ${problems[0].message}`}`);
  return { arn, account: owner.address, policy: document, ...(purpose === undefined || purpose.trim() === "" ? {} : { purpose }) };
}

const wrong = (summary: string): LandfallError => new LandfallError({ code: "LF3207", severity: "error", summary, fix: "docs/access.md shows the form, and how to make one." }, "usage");

function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrong(`${name} is no JSON: ${error instanceof Error ? error.message : ""}`);
  }
}
