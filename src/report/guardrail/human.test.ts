import { describe, expect, it } from "vitest";
import { GUARDRAILS, guardrailNamed } from "../../guardrails/index.ts";
import { guardrailHuman, guardrailsHuman } from "./human.ts";

const style = { width: 80, color: false, unicode: true };

describe("A guardrail on the screen", () => {
  it("says what it denies, what goes on working and what it leaves open", () => {
    const guardrail = guardrailNamed("min-30-day-window");
    expect(guardrail && guardrailHuman(guardrail, style)).toBe(`min-30-day-window  An encryption key waits 30 days before it is deleted
A service control policy.

In a month somebody notices that something cannot be decrypted any more, and
calls the deletion off. The shortest that KMS would take is a week.

Parameters
  - days: The fewest days, 7 to 30.

Denied
  - no key is deleted in a week
  - nor in 29 days
  - nor by the root user

Goes on working
  - in 30 days it is
  - and where no days are named, which means 30
  - a shorter wait can be asked for
  - the deletion is called off

What it does not stop, and where it does not belong
  - Key material that was imported can be deleted at once; \`deny-kms-deletion\`
    stops that.
  - The key cannot be used while it waits.

Source: KMS Developer Guide, "Condition keys for AWS KMS",
        kms:ScheduleKeyDeletionPendingWindowInDays
`);
  });

  it.each([60, 100, 140])("keeps to %d columns, whichever it is", (width) => {
    const texts = [...GUARDRAILS.map((guardrail) => guardrailHuman(guardrail, { ...style, width })), guardrailsHuman(GUARDRAILS, { ...style, width })];
    expect(texts.flatMap((text) => text.split("\n")).filter((line) => line.length > width)).toEqual([]);
  });

  it("is listed with the others, and says if it needs parameters", () => {
    const listed = guardrailsHuman(GUARDRAILS, { ...style, width: 140 });
    for (const { name } of GUARDRAILS) expect(listed).toContain(name);
    expect(listed).toMatch(/service-allow-list +.*\(needs parameters\)/);
    expect(listed).toContain(`${GUARDRAILS.length} guardrails`);
  });
});
