import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apply, takeLock } from "../../apply/index.ts";
import { connect } from "../../aws/index.ts";
import { blueprint, blueprintFiles, DEFAULT_ANSWERS } from "../../blueprints/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { expand, statementsOf } from "../../inventory/index.ts";
import type { Organization } from "../../organization/index.ts";
import { count, diagnosticsHuman, duration, paint, planHuman, treeHuman } from "../../report/index.ts";
import { observe } from "../../resources/index.ts";
import type { Invocation } from "../command.ts";
import { Flags } from "../flags.ts";
import { planAgainst, usable } from "../planning.ts";
import { startProgress } from "../progress-view.ts";
import { readProvenFile } from "../proven-file.ts";
import { writeFiles } from "../write-files.ts";

/** As fast as the clock may run for a person to follow the progress. */
const SPEED = 60;

export async function act(invocation: Invocation): Promise<ExitReason> {
  const dir = await mkdtemp(join(tmpdir(), "landfall-demo-"));
  try {
    return await inFolder(invocation, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function inFolder({ flags, terminal }: Invocation, dir: string) {
  const name = flags.text("blueprint") ?? "full";
  const start = Date.now();
  const say = (text: string): void => terminal.note(`\n${paint(terminal.errStyle, "bold", text)}\n\n`);
  terminal.note(
    `landfall demo: the blueprint "${name}" becomes an organization on an AWS embedded in this process.\n` +
      `Its clock runs ${SPEED} times as fast: creating accounts takes AWS minutes. Nothing real is touched.\n`,
  );

  say("1  Check the organization file");
  const chosen = blueprint(name);
  if (chosen === undefined) throw new RangeError(`no blueprint ${name}`);
  await writeFiles(dir, blueprintFiles(chosen, DEFAULT_ANSWERS), false);
  const checked = await readProvenFile(new Flags({ config: join(dir, "landfall.config.ts") }), { ...terminal, cwd: dir });
  terminal.err(diagnosticsHuman(checked.diagnostics, terminal.errStyle, { counts: false }));
  const organization = usable(checked);
  terminal.note(`${checked.file} is fit to be planned.\n`);
  const { results = [] } = checked.proven ?? {};
  if (results.length > 0) terminal.note(`${count(results.length, "expectation")} of access proven: ${count(results.reduce((sum, { requests }) => sum + requests, 0), "request")} covered.\n`);
  await build({ flags, terminal }, organization, say);
  terminal.note(`\nDone in ${duration(Date.now() - start)}. The same on files of your own:\n\n`);
  terminal.note(`  npx landfall init --blueprint ${name} --dir org\n  npx landfall apply --local --chdir org\n  npx landfall show --local --chdir org\n`);
  return "done" as const;
}

async function build({ flags, terminal }: Pick<Invocation, "flags" | "terminal">, organization: Organization, say: (text: string) => void): Promise<void> {
  const { openEmulator, scaledClock } = await import("../../emulator/index.ts");
  const emulator = await openEmulator({ clock: scaledClock(SPEED), accountLimit: 100 });
  const view = startProgress(flags, terminal);
  const { clock, requestHandler, credentials } = emulator;
  const aws = connect({ homeRegion: organization.homeRegion, clock, emit: view.emit, requestHandler, credentials });
  const request = { name: organization.name, desired: expand(organization), statements: statementsOf(organization), exclude: [], findings: [] };
  try {
    say("2  Plan");
    const first = await planAgainst(aws, request);
    terminal.out(planHuman(first.plan, terminal.outStyle, { next: undefined }));
    say("3  Apply");
    view.start(clock);
    const lock = await takeLock(aws, { holder: "demo", run: "demo" });
    const result = await apply({ ...first, aws, emit: view.emit, run: "demo", signal: lock.lost });
    await lock.release();
    view.close();
    const failures = result.failed.flatMap(({ diagnostics }) => diagnostics);
    if (failures.length > 0) throw new LandfallError(failures, "interrupted");
    say("4  Plan again");
    const second = await planAgainst(aws, request);
    terminal.out(planHuman(second.plan, terminal.outStyle, { next: undefined }));
    say("5  The organization");
    const observation = await observe(aws, { desired: request.desired });
    terminal.out(treeHuman(observation, terminal.outStyle, { name: organization.name }));
  } finally {
    view.close();
    await emulator.close();
  }
}
