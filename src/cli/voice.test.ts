import { describe, expect, it } from "vitest";
import { Flags } from "./flags.ts";
import { isTelling, requireOneVoice, voiceOf } from "./voice.ts";

const voice = (...on: string[]): string => voiceOf(new Flags(Object.fromEntries(on.map((name) => [name, true]))));

describe("the voice", () => {
  it("is what the flags say, and of two the one that says more", () => {
    expect([voice(), voice("quiet"), voice("verbose"), voice("debug", "verbose")]).toEqual(["normal", "quiet", "verbose", "debug"]);
    expect(["quiet", "normal", "verbose", "debug"].filter((name) => isTelling(name as "quiet"))).toEqual(["verbose", "debug"]);
  });

  it("is not both quiet and more than usual", () => {
    expect(() => requireOneVoice(new Flags({ quiet: true, debug: true }))).toThrow("--quiet and --debug do not go together.");
    expect(() => requireOneVoice(new Flags({ verbose: true, debug: true }))).not.toThrow();
  });
});
