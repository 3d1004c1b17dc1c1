import { describe, expect, it } from "vitest";
import { buildProgram } from "./program.ts";
import { COMMANDS } from "./registry.ts";

/** The words that follow `landfall` in a line for a shell, up to what that does with the answer. */
function wordsOf(line: string): string[] {
  const call = /landfall (.*?)(?:$| [|<>] | && |\))/.exec(line)?.[1] ?? "";
  return [...call.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
}

describe("the examples in the help of a verb", () => {
  it.each(COMMANDS)("of $name are three at least, each of another use", ({ examples }) => {
    expect(new Set(examples.map(({ command }) => command)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(examples.map(({ says }) => says)).size).toBe(examples.length);
  });

  it.each(COMMANDS.flatMap(({ name, examples }) => examples.map(({ command }) => [command, name] as const)))("%s is taken", async (line, name) => {
    const ran: string[] = [];
    await buildProgram(async (command) => void ran.push(command.name)).parseAsync(wordsOf(line), { from: "user" });
    // A verb may show what another does with its answer.
    const verbs = COMMANDS.filter((command) => `${wordsOf(line).join(" ")} `.startsWith(`${command.name} `)).map((command) => command.name.length);
    expect(ran.map(({ length }) => length)).toEqual([Math.max(...verbs)]);
    expect(line).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
