import { describe, expect, it } from "vitest";
import { manualClock } from "../../emulator/index.ts";
import type { Event } from "../../diagnostics/index.ts";
import { linesProgress } from "./lines.ts";
import { quietProgress } from "./quiet.ts";
import type { ProgressOptions, Screen } from "./screen.ts";
import { sectionsIn } from "./sections.ts";

const STYLE = { width: 100, color: false, unicode: true };
const APPLY: readonly Event[] = [
  { name: "apply.start", run: "r", changes: 1 },
  { name: "change.start", address: "ou:Sandbox", action: "create" },
  { name: "call.retried", operation: "CreateOrganizationalUnit", error: "TooManyRequestsException", attempt: 1 },
  { name: "change.progress", address: "ou:Sandbox", text: "waits for AWS" },
  { name: "change.done", address: "ou:Sandbox", action: "create", millis: 1000 },
];
const END: Event = { name: "apply.end", done: 1, failed: 0, skipped: 0, calls: 2, millis: 1000 };

function screen(): Screen & { text: string } {
  return {
    text: "",
    columns: 100,
    rows: 24,
    write(part) {
      this.text += part;
    },
  };
}

function log(options: ProgressOptions, events: readonly Event[] = [...APPLY, END]): string {
  const clock = manualClock();
  const to = screen();
  const progress = linesProgress(to, STYLE, clock, { wall: clock, ...options });
  for (const event of events) progress.emit(event);
  progress.close();
  return to.text;
}

describe("progress in the log of a CI system", () => {
  it("folds the changes, and leaves the summary in sight", () => {
    const lines = log({ sections: sectionsIn({ GITHUB_ACTIONS: "true" }) }).trimEnd().split("\n");
    expect(lines[0]).toBe("::group::applying 1 change");
    expect(lines.slice(-3)).toEqual(["::endgroup::", "", "1 done in 1.0s, with 2 calls to AWS (1 retried)."]);
  });

  it("closes what it opened when a run ends early, and nothing else", () => {
    expect(log({ sections: sectionsIn({ TF_BUILD: "True" }) }, APPLY)).toMatch(/^##\[group\][^]*##\[endgroup\]\n$/);
    expect(log({ sections: sectionsIn({ TF_BUILD: "True" }) }, [])).toBe("");
    expect(log({ sections: sectionsIn({ GITLAB_CI: "true" }) })).toMatch(/section_start:\d+:landfall\r[^]*section_end:\d+:landfall\r/);
  });

  it("writes no marks elsewhere", () => {
    expect(sectionsIn({ CI: "true" })).toBeUndefined();
    expect(log({})).not.toContain("group");
  });
});

describe("progress for somebody who looks closely", () => {
  it("tells each step, and each call that is made again", () => {
    const told = ["CreateOrganizationalUnit fails with TooManyRequestsException; attempt 2 follows", "waits for AWS"];
    for (const text of told) expect([log({ steps: true }).includes(text), log({}).includes(text)]).toEqual([true, false]);
  });
});

describe("quiet progress", () => {
  it("says at the end how a run went, and nothing before", () => {
    const to = screen();
    const progress = quietProgress(to, STYLE, manualClock());
    for (const event of APPLY) progress.emit(event);
    expect(to.text).toBe("");
    progress.emit(END);
    expect(to.text).toBe("1 done in 1.0s, with 2 calls to AWS (1 retried).\n");
  });
});
