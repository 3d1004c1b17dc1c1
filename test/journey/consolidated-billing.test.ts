import { afterEach, expect, it } from "vitest";
import { connect } from "../../src/aws/index.ts";
import { type Diagnostic, LandfallError } from "../../src/diagnostics/index.ts";
import { declareObserved } from "../../src/import/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const GUEST = "222222222222";

async function refusal(): Promise<Diagnostic | undefined> {
  const error: unknown = await stage.plan(SMALL).catch((thrown: unknown) => thrown);
  return error instanceof LandfallError ? error.diagnostics[0] : undefined;
}

it("LF4002: an organization that only shares a bill is led to all features, step by step, and then planned", async () => {
  stage = await openStage();
  await stage.emulator.addAccount({ id: GUEST, email: "guest@example.com", name: "Guest" });
  const credentials = await stage.emulator.issueAccessKey({ accountId: GUEST });
  const guest = await connect({ homeRegion: "eu-west-1", clock: stage.emulator.clock, requestHandler: stage.emulator.requestHandler, credentials }).organizations();
  const organizations = await stage.aws.organizations();
  await organizations.createOrganization({ FeatureSet: "CONSOLIDATED_BILLING" });
  const { Handshake } = await organizations.inviteAccountToOrganization({ Target: { Type: "ACCOUNT", Id: GUEST } });
  await guest.acceptHandshake({ HandshakeId: Handshake?.Id });

  expect(await refusal()).toMatchObject({ code: "LF4002", detail: expect.stringContaining("90 days") as string, fix: expect.stringContaining("aws organizations enable-all-features") as string });

  // Nothing is written down from it either.
  const observation = await observe(stage.aws, { desired: new Map() });
  expect(() => declareObserved(observation, { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] })).toThrow(/LF4002/);

  const request = await organizations.enableAllFeatures({});
  expect(await refusal()).toMatchObject({ code: "LF4002", detail: expect.stringContaining(`Not yet agreed: ${GUEST}.`) as string, fix: expect.stringContaining("list-handshakes-for-account") as string });

  const { Handshakes = [] } = await guest.listHandshakesForAccount({ Filter: { ActionType: "APPROVE_ALL_FEATURES" } });
  await guest.acceptHandshake({ HandshakeId: Handshakes[0]?.Id });
  const last = `aws organizations accept-handshake --handshake-id ${request.Handshake?.Id ?? ""}`;
  expect(await refusal()).toMatchObject({ code: "LF4002", detail: expect.stringContaining("Everybody has agreed") as string, fix: expect.stringContaining(last) as string });

  await organizations.acceptHandshake({ HandshakeId: request.Handshake?.Id });
  expect((await stage.apply(SMALL)).failed).toEqual([]);
  expect((await stage.plan(SMALL)).changes).toEqual([]);
});
