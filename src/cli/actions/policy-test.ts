import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { compileChain, decide, differencesFrom, explain, explainByReference, type Explanation, type PolicyCase, readPolicyCase } from "../../policy/index.ts";
import { cleanText, count, enveloped, explanationLines } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import { unreadable } from "../policy-files.ts";
import { TOOL } from "../version.ts";

/** A case that did not come out as expected by one engine. */
interface Difference {
  readonly id: string;
  readonly line: number;
  readonly engine: Engine;
  readonly differences: readonly string[];
  readonly disputed?: string;
  readonly explanation: Explanation;
}

type Engine = "fast" | "reference";

/** Shown whole; of more only the number is told, so that a file with a difference on each line takes no more memory than one. */
const MOST_SHOWN = 20;

interface Count {
  cases: number;
  wrong: number;
  disputed: number;
}

const EXPLAIN: Readonly<Record<Engine, (asked: PolicyCase) => Explanation>> = {
  fast({ chain, request }) {
    const compiled = compileChain(chain);
    return { ...explain(compiled, request), decision: decide(compiled, request) };
  },
  reference: ({ chain, request }) => explainByReference(chain, request),
};

export async function act({ args: [name = "-"], flags, terminal }: Invocation): Promise<ExitReason> {
  const engines = enginesOf(flags.text("engine"));
  const wantsAll = flags.text("format") === "json";
  const found: Difference[] = [];
  const counted: Count = { cases: 0, wrong: 0, disputed: 0 };
  let line = 0;
  for await (const text of linesOf(name, terminal.cwd)) {
    line += 1;
    if (text.trim() === "") continue;
    counted.cases += 1;
    for (const difference of differencesAt(caseAt(text, name, line), line, engines)) {
      counted[difference.disputed === undefined ? "wrong" : "disputed"] += 1;
      if (wantsAll || found.length < MOST_SHOWN) found.push(difference);
    }
  }
  const { cases, wrong } = counted;
  if (cases === 0) throw new LandfallError({ code: "LF3091", severity: "error", summary: `${name} holds no case.`, fix: "Write one JSON object a line; docs/policy.md has the format." }, "usage");
  if (wantsAll) terminal.out(enveloped({ format: "landfall.policy-test/1", tool: TOOL }, { cases, engines, differences: found }));
  else terminal.out(humanOf(counted, engines, found, terminal));
  return wrong > 0 ? "expectation" : "done";
}

const differencesAt = (asked: PolicyCase, line: number, engines: readonly Engine[]): Difference[] =>
  engines.flatMap((engine) => {
    const explanation = EXPLAIN[engine](asked);
    const differences = differencesFrom(asked, explanation);
    return differences.length === 0 ? [] : [{ id: asked.id, line, engine, differences, ...(asked.disputed === undefined ? {} : { disputed: asked.disputed }), explanation }];
  });

const enginesOf = (flag: string | undefined): readonly Engine[] => (flag === "fast" || flag === "reference" ? [flag] : ["fast", "reference"]);

async function* linesOf(name: string, cwd: string): AsyncIterable<string> {
  const input = name === "-" ? process.stdin : createReadStream(resolve(cwd, name));
  try {
    // The stream is opened before the first line is asked for, and a failure is told by the loop.
    yield* createInterface({ input: input.on("error", () => {}), crlfDelay: Infinity });
    if (input.errored !== null && input.errored !== undefined) throw input.errored;
  } catch (error) {
    unreadable(name, error);
  }
}

function caseAt(text: string, name: string, line: number): PolicyCase {
  try {
    return readPolicyCase(text);
  } catch (error) {
    if (!(error instanceof LandfallError)) throw error;
    throw new LandfallError(error.diagnostics.map((diagnostic) => ({ ...diagnostic, summary: `${name}, line ${line}: ${diagnostic.summary}` })), "usage", { cause: error });
  }
}

function humanOf({ cases, wrong, disputed: contradictory }: Count, engines: readonly Engine[], shown: readonly Difference[], { outStyle }: Invocation["terminal"]): string {
  const blocks = shown.map(({ id, line, engine, differences, disputed, explanation }) => [
    `${cleanText(id)}  line ${line}, ${engine} engine${disputed === undefined ? "" : `, disputed: ${cleanText(disputed)}`}`,
    ...differences.map((difference) => `  ${cleanText(difference)}`),
    ...explanationLines(explanation, outStyle, "    "),
    "",
  ]);
  const hidden = wrong + contradictory - shown.length;
  const more = hidden > 0 ? [`and ${hidden.toLocaleString("en-US")} more; --format json has all`, ""] : [];
  const last = `${count(cases, "case")} by the ${engines.join(" and the ")} engine: ${wrong === 0 ? "all as expected" : count(wrong, "difference")}${contradictory === 0 ? "" : `, ${contradictory} more where sources contradict each other`}.`;
  return `${[...blocks.flat(), ...more, last].join("\n")}\n`;
}
