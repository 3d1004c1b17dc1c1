import { afterEach, describe, expect, it } from "vitest";
import { BLUEPRINTS, blueprintFiles, DEFAULT_ANSWERS, EXTRAS, extrasOf } from "../../src/blueprints/index.ts";
import { blueprintOrganization, organizationIn } from "../kit/blueprint-organization.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

describe.each(BLUEPRINTS.map((one) => [one.name, one] as const))("The blueprint %s", (_name, one) => {
  it("becomes an organization, and a second plan is empty", async () => {
    stage = await openStage();
    const organization = blueprintOrganization(one);
    expect(await stage.apply(organization)).toMatchObject({ failed: [], skipped: [] });
    expect(await stage.plan(organization)).toMatchObject({ changes: [], unmanaged: [] });
  });
});

describe.each(BLUEPRINTS.map((one) => [one.name, one, extrasOf(one)] as const).filter(([, , extras]) => extras.length > 0))(
  "The blueprint %s with every extra",
  (_name, one, extras) => {
    it("becomes an organization, and a second plan is empty", async () => {
      stage = await openStage();
      const organization = blueprintOrganization(one, DEFAULT_ANSWERS, { extras });
      expect(await stage.apply(organization)).toMatchObject({ failed: [], skipped: [] });
      expect(await stage.plan(organization)).toMatchObject({ changes: [], unmanaged: [] });
    });
  },
);

describe.each(EXTRAS.filter(({ beside }) => beside !== undefined).map((extra) => [extra.name, extra] as const))("The extra %s", (_name, extra) => {
  it("becomes a second organization of its own, and a second plan is empty", async () => {
    stage = await openStage();
    const [one] = BLUEPRINTS.filter(({ name }) => extra.fits.includes(name));
    if (one === undefined) throw new Error("no blueprint");
    const organization = organizationIn(blueprintFiles(one, DEFAULT_ANSWERS, { extras: [extra] }), `${extra.name}/`);
    expect(await stage.apply(organization)).toMatchObject({ failed: [], skipped: [] });
    expect(await stage.plan(organization)).toMatchObject({ changes: [], unmanaged: [] });
  });
});
