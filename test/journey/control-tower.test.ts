import type { HttpRequest } from "@smithy/protocol-http";
import { afterEach, describe, expect, it } from "vitest";
import { type Aws, connect, type RequestHandler } from "../../src/aws/index.ts";
import { LandfallError } from "../../src/diagnostics/index.ts";
import { declareObserved } from "../../src/import/index.ts";
import { expand, type Observation, statementsOf } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { makePlan, type Plan } from "../../src/plan/index.ts";
import { planHuman, treeHuman } from "../../src/report/index.ts";
import { COMPARERS, observe } from "../../src/resources/index.ts";
import { jumpingClock } from "../kit/jumping-clock.ts";
import { landingZone } from "../kit/landing-zone.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

/** An organization as Control Tower leaves it, on a stage of its own. */
async function begin(): Promise<Record<string, string>> {
  stage = await openStage({ clock: jumpingClock() });
  return landingZone(stage.aws);
}

/** The same AWS, with a Control Tower beside it that answers as given. */
function withControlTower(answers: Readonly<Record<string, object>>): Aws {
  const { requestHandler } = stage.emulator;
  const handle = async (request: HttpRequest, options: object): Promise<unknown> => {
    if (!request.hostname.startsWith("controltower.")) return requestHandler.handle(request, options);
    return { response: { statusCode: 200, headers: {}, body: Buffer.from(JSON.stringify(answers[request.path] ?? {})) } };
  };
  const handler = { ...requestHandler, handle, updateHttpClientConfig: () => {}, httpHandlerConfigs: () => ({}) } as unknown as RequestHandler;
  return connect({ homeRegion: "eu-west-1", clock: stage.emulator.clock, requestHandler: handler, credentials: stage.emulator.credentials });
}

const registering = (ids: Readonly<Record<string, string>>, names: readonly string[], remediationTypes: readonly string[] = []): Aws =>
  withControlTower({
    "/list-landingzones": { landingZones: [{ arn: "arn:aws:controltower:eu-west-1:111111111111:landingzone/1" }] },
    "/get-landingzone": { landingZone: { version: "4.0", remediationTypes } },
    "/list-enabled-baselines": { enabledBaselines: names.map((name) => ({ targetIdentifier: `arn:aws:organizations::111111111111:ou/o-x/${ids[name] ?? ""}` })) },
  });

function written(observation: Observation): Organization {
  const { organization, files } = declareObserved(observation, { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] });
  expect(files).toEqual([]);
  return organization;
}

async function planOf(organization: Organization, aws = stage.aws): Promise<Plan> {
  const desired = expand(organization);
  const statements = statementsOf(organization);
  const observation = await observe(aws, { desired, moved: statements.moved });
  return makePlan({ name: "acme", homeRegion: "eu-west-1", desired, observation, statements, comparers: COMPARERS });
}

const refused = async (organization: Organization, aws = stage.aws): Promise<(string | undefined)[]> =>
  planOf(organization, aws).then(
    () => [],
    (error: unknown) => (error instanceof LandfallError ? error.diagnostics.map(({ code, address }) => `${code} ${address ?? ""}`) : Promise.reject(error as Error)),
  );

describe("an organization that Control Tower governs", () => {
  it("is recognized by its policies and its access, and says that its register was not read", async () => {
    await begin();
    const { controlTower, notRead, items } = await observe(stage.aws, { desired: new Map() });
    expect(controlTower).toEqual({ registered: new Set(["ou:Security", "ou:Sandbox"]), isRead: false });
    expect(notRead).toEqual(["Control Tower's register: it answered NotImplemented. OUs that have its policies attached are taken for registered."]);
    expect([...items.values()].filter(({ owner }) => owner === "control-tower").map(({ item }) => item.address).toSorted()).toEqual([
      "attachment:scp/aws-guardrails-AbCdEf>ou:Sandbox",
      "attachment:scp/aws-guardrails-AbCdEf>ou:Security",
      "policy:scp/aws-guardrails-AbCdEf",
      "trusted-access:controltower.amazonaws.com",
    ]);
  });

  it("is recognized by its own register where that can be read, nested OUs and all", async () => {
    const ids = await begin();
    const { controlTower, notRead } = await observe(registering(ids, ["Security", "Own"], ["INHERITANCE_DRIFT"]), { desired: new Map() });
    expect(controlTower).toEqual({ registered: new Set(["ou:Security", "ou:Own", "ou:Sandbox"]), isRead: true, autoEnrolls: true });
    expect(notRead).toEqual([]);
  });

  it("is not asked for where there is no trace of it", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await (await stage.aws.organizations()).createOrganization({});
    const { controlTower, calls } = await observe(stage.aws, { desired: new Map() });
    expect(controlTower).toBeUndefined();
    expect(Object.keys(calls).filter((operation) => operation.startsWith("controltower"))).toEqual([]);
  });

  it("is written down without what is Control Tower's, and the first plan is empty and shows that apart", async () => {
    await begin();
    const organization = written(await observe(stage.aws, { desired: new Map() }));
    expect(organization.trustedAccess ?? []).toEqual([]);
    const plan = await planOf(organization);
    expect(plan.changes).toEqual([]);
    expect(plan.unmanaged.filter(({ owner }) => owner === "control-tower").map(({ why }) => why)).toEqual(Array.from({ length: 4 }, () => "Control Tower's own"));
    const style = { width: 100, color: false, unicode: true };
    expect(planHuman(plan, style)).toContain("Control Tower keeps 4 things of its own here; --full shows each");
    expect(treeHuman(await observe(stage.aws, { desired: new Map() }), style, { name: "acme" })).toMatch(/Sandbox +Control Tower/);
  });
});

describe("a plan in an organization that Control Tower governs", () => {
  const OWNED = { name: "Audit", purpose: "audits", stage: "prod" as const, owner: "x" };

  async function goal(change: (organization: Organization, ids: Record<string, string>) => Organization, aws?: Aws): Promise<(string | undefined)[]> {
    const ids = await begin();
    return refused(change(written(await observe(stage.aws, { desired: new Map() })), ids), aws);
  }

  it("LF4030: moves no account into, out of or between registered OUs", async () => {
    const place = (audit: string, play: string) => (organization: Organization, ids: Record<string, string>): Organization => {
      const at = (ou: string) => ({ ...(audit === ou ? { audit: { ...OWNED, id: ids["Audit"], email: "Audit@example.com" } } : {}), ...(play === ou ? { play: { ...OWNED, name: "Play", id: ids["Play"], email: "Play@example.com" } } : {}) });
      return { ...organization, root: { ...organization.root, accounts: at("root") }, ous: { Security: { accounts: at("Security") }, Sandbox: { accounts: at("Sandbox") }, Own: { accounts: at("Own") } } };
    };
    expect(await goal(place("Own", "Own"))).toEqual(["LF4030 account:audit"]);
    await stage.emulator.close();
    expect(await goal(place("Sandbox", "Own"))).toEqual(["LF4030 account:audit"]);
    await stage.emulator.close();
    expect(await goal(place("Security", "Sandbox"))).toEqual(["LF4030 account:play"]);
    await stage.emulator.close();
    expect(await goal(place("Security", "root"))).toEqual([]);
  });

  it("LF4031: creates an account in a registered OU only where Control Tower enrolls it by itself", async () => {
    const ids = await begin();
    const organization = written(await observe(stage.aws, { desired: new Map() }));
    const more = (ou: string): Organization => ({ ...organization, ous: { ...organization.ous, [ou]: { ...organization.ous?.[ou], accounts: { ...organization.ous?.[ou]?.accounts, fresh: { ...OWNED, name: "Fresh", email: "fresh@example.com" } } } } });
    expect(await refused(more("Sandbox"))).toEqual(["LF4031 account:fresh"]);
    expect(await refused(more("Sandbox"), registering(ids, ["Sandbox"]))).toEqual(["LF4031 account:fresh"]);
    expect(await refused(more("Sandbox"), registering(ids, ["Sandbox"], ["INHERITANCE_DRIFT"]))).toEqual([]);
    expect(await refused(more("Own"))).toEqual([]);
  });

  it("LF4032: changes, adopts and removes nothing of Control Tower's", async () => {
    await begin();
    const organization = written(await observe(stage.aws, { desired: new Map() }));
    const guardrail = "policy:scp/aws-guardrails-AbCdEf";
    expect(await refused({ ...organization, adopt: [guardrail] })).toEqual([`LF4032 ${guardrail}`]);
    expect(await refused({ ...organization, remove: [guardrail] })).toContain(`LF4032 ${guardrail}`);
    expect(await refused({ ...organization, remove: ["trusted-access:controltower.amazonaws.com"] })).toEqual(["LF4032 trusted-access:controltower.amazonaws.com"]);
    const document = { Version: "2012-10-17" as const, Statement: [{ Effect: "Deny" as const, Action: "s3:*", Resource: "*" }] };
    expect(await refused({ ...organization, policies: { "aws-guardrails-AbCdEf": { type: "scp", document } } })).toEqual([`LF4032 ${guardrail}`]);
    const { Sandbox: _, ...ous } = organization.ous ?? {};
    expect(await refused({ ...organization, ous, remove: ["ou:Sandbox"] })).toContain("LF4032 ou:Sandbox");
    expect(await refused({ ...organization, ous: { ...ous, Playground: {} }, moved: { "ou:Sandbox": "ou:Playground" } })).toEqual(["LF4032 ou:Playground"]);
  });

  it("LF4033: closes no account that Control Tower manages", async () => {
    expect(await goal((organization, ids) => ({ ...organization, ous: { ...organization.ous, Security: { accounts: { audit: { ...OWNED, id: ids["Audit"], email: "Audit@example.com", state: "closed" } } } } }))).toEqual(["LF4033 account:audit"]);
  });

  it("attaches policies of ours beside those of Control Tower", async () => {
    await begin();
    const organization = written(await observe(stage.aws, { desired: new Map() }));
    const document = { Version: "2012-10-17" as const, Statement: [{ Effect: "Deny" as const, Action: "s3:DeleteBucket", Resource: "*" }] };
    const plan = await planOf({ ...organization, policies: { ours: { type: "scp", document } }, ous: { ...organization.ous, Sandbox: { policies: ["ours"] } } });
    expect(plan.changes.map(({ address }) => address)).toEqual(["policy:scp/ours", "attachment:scp/ours>ou:Sandbox"]);
  });
});
