import { describe, expect, it } from "vitest";
import { manualClock, type ManualClock } from "../../../src/emulator/index.ts";
import { linesProgress, liveProgress, ndjsonProgress, type Progress } from "../../../src/report/index.ts";
import { type Happening, stopped, withFailure } from "./cases/events.ts";
import { fakeTerminal, type FakeTerminal } from "./cases/terminal.ts";
import { expectGolden } from "./golden.ts";

const STYLE = { color: false, unicode: true };

/** Lets everything that waits for a resolved promise go on. */
const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Passes time in small steps, as a clock does. */
async function pass(clock: ManualClock, millis: number): Promise<void> {
  for (let left = millis; left > 0; left -= 50) {
    clock.advance(Math.min(50, left));
    await settle();
  }
}

async function play(happenings: readonly Happening[], progress: Progress, clock: ManualClock, seen: () => void = () => undefined): Promise<void> {
  for (const happening of happenings) {
    if (typeof happening === "number") {
      await pass(clock, happening);
      seen();
    } else {
      progress.emit(happening);
    }
  }
  progress.close();
  await settle();
}

/** What stands on a terminal after each pause and at the end. */
async function frames(happenings: readonly Happening[], columns: number, rows: number, failures = true): Promise<{ text: string; terminal: FakeTerminal }> {
  const clock = manualClock();
  const terminal = fakeTerminal(columns, rows);
  const progress = liveProgress(terminal, STYLE, clock, { wall: clock, failures });
  const shots: string[] = [];
  await play(happenings, progress, clock, () => void shots.push(terminal.lines().join("\n")));
  shots.push(terminal.lines().join("\n"));
  return { text: `${shots.join(`\n${"=".repeat(20)}\n`)}\n`, terminal };
}

describe("live progress", () => {
  it.each([60, 100, 140])("keeps what is finished and redraws what runs, at %i columns", async (columns) => {
    const { text, terminal } = await frames(withFailure, columns, 24);
    expectGolden(`progress-live-failure.${columns}.txt`, text);
    expect(terminal.isCursorShown()).toBe(true);
  });

  it("shortens names and lets none of them draw", async () => {
    const { text } = await frames(stopped, 60, 24);
    expectGolden("progress-live-stopped.60.txt", text);
  });

  it("shows as many running changes as the terminal has rows for", async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: "change.start", address: `account:shop-${index + 1}`, action: "create" }) as const);
    const { text, terminal } = await frames([{ name: "apply.start", run: "1", changes: 40 }, ...many, 1_000], 60, 10);
    expectGolden("progress-live-many.60.txt", text);
    expect(text.split("=".repeat(20))[0]?.trimEnd().split("\n")).toHaveLength(9);
    expect(terminal.lines().join("")).toBe("");
  });

  it("draws at most ten times a second however many events come", async () => {
    const clock = manualClock();
    const terminal = fakeTerminal(80, 24);
    const progress = liveProgress(terminal, STYLE, clock, { wall: clock });
    progress.emit({ name: "apply.start", run: "1", changes: 200 });
    const before = terminal.writes();
    for (let index = 0; index < 200; index += 1) {
      progress.emit({ name: "change.start", address: `ou:${index}`, action: "create" });
      progress.emit({ name: "change.done", address: `ou:${index}`, action: "create", millis: 5 });
      await pass(clock, 5);
    }
    expect(terminal.writes() - before).toBeLessThanOrEqual(11);
    progress.close();
    expect(terminal.lines().filter((line) => line.includes("created"))).toHaveLength(200);
  });

  it("redraws over lines that a narrower terminal has wrapped", async () => {
    const clock = manualClock();
    const terminal = fakeTerminal(100, 24);
    const written: string[] = [];
    const screen = { ...terminal, columns: 100, write: (text: string) => void written.push(text) };
    const progress = liveProgress(screen, STYLE, clock, { wall: clock });
    progress.emit({ name: "apply.start", run: "1", changes: 2 });
    await pass(clock, 200);
    progress.emit({ name: "change.start", address: "account:shop", action: "create" });
    await pass(clock, 200);
    screen.columns = 50;
    progress.emit({ name: "change.start", address: "account:crm", action: "create" });
    await pass(clock, 200);
    // One line of 79 columns has become two rows, and the line of counts is below them.
    expect(written.at(-1)?.startsWith("\u001B[2A\r")).toBe(true);
    progress.close();
  });

  it("leaves nothing on the screen while others write", async () => {
    const clock = manualClock();
    const terminal = fakeTerminal(80, 24);
    const progress = liveProgress(terminal, STYLE, clock, { wall: clock });
    progress.emit({ name: "observe.start" });
    expect(terminal.lines()).toEqual(["  reading AWS  0s"]);
    progress.emit({ name: "observe.end", calls: 3, items: 9, millis: 20 });
    expect(terminal.lines()).toEqual([""]);
    expect(terminal.isCursorShown()).toBe(true);
    await pass(clock, 2_000);
    expect(terminal.lines()).toEqual([""]);
    progress.close();
  });

  it("puts a note above what runs", async () => {
    const clock = manualClock();
    const terminal = fakeTerminal(80, 24);
    const progress = liveProgress(terminal, STYLE, clock, { wall: clock });
    progress.emit({ name: "apply.start", run: "1", changes: 1 });
    progress.emit({ name: "change.start", address: "account:shop", action: "create" });
    progress.note("Stopping after the calls in flight.");
    expect(terminal.lines().map((line) => line.trim().split("  ")[0])).toEqual(["Stopping after the calls in flight.", "creating", "0 done, 1 running, 0 waiting"]);
    progress.close();
  });
});

describe("progress in lines", () => {
  async function log(happenings: readonly Happening[], failures = true): Promise<string> {
    const clock = manualClock();
    let text = "";
    const screen = { columns: 100, rows: 24, write: (part: string) => void (text += part) };
    await play(happenings, linesProgress(screen, { ...STYLE, width: 100 }, clock, { wall: clock, failures }), clock);
    return text;
  }

  it("is one line per event, with a heartbeat in silence", async () => {
    expectGolden("progress-lines-failure.100.txt", await log(withFailure));
  });

  it("lets no name break a line", async () => {
    expectGolden("progress-lines-stopped.100.txt", await log(stopped));
  });

  it("leaves the failures to a caller that draws them", async () => {
    expect(await log(withFailure, false)).not.toContain("landfall explain");
  });

  it("is silent when nothing is awaited", async () => {
    expect(await log([120_000])).toBe("");
  });
});

describe("progress as NDJSON", () => {
  it("is one event per line with its time and level", async () => {
    const clock = manualClock();
    let text = "";
    const screen = { columns: 0, rows: 0, write: (part: string) => void (text += part) };
    await play(withFailure, ndjsonProgress(screen, "0.1.0", clock), clock);
    expectGolden("progress-failure.ndjson", text);
  });
});
