import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { sessionLength } from "./session-length.ts";

const lasting = (...durations: (string | undefined)[]) => organization({ identityCenter: { permissionSets: Object.fromEntries(durations.map((sessionDuration, index) => [`S${index}`, sessionDuration === undefined ? {} : { sessionDuration }])) } });

it("a session may last from 1 to 12 hours, however that is written", () => {
  expect(told(sessionLength, lasting(undefined, "PT1H", "PT12H", "PT90M", "PT3600S", "PT11H59M60S"))).toEqual([]);
});

it("a shorter or longer one is told (LF2032)", () => {
  expect(told(sessionLength, lasting("PT59M", "PT12H1S"))).toEqual([
    'identityCenter.permissionSets.S0.sessionDuration: A session of permission set "S0" lasts PT59M; AWS takes 1 to 12 hours.',
    'identityCenter.permissionSets.S1.sessionDuration: A session of permission set "S1" lasts PT12H1S; AWS takes 1 to 12 hours.',
  ]);
});
