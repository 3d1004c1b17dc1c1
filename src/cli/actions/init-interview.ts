import { advise, blueprint, blueprintFiles, EXTRAS } from "../../blueprints/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { expand } from "../../inventory/index.ts";
import { count, treeHuman } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import { inFormat, organizationIn, refuseUnusable } from "../file-format.ts";
import { askAnswers, askExisting, askSituation, type Ask, type Existing, InterviewEnded } from "../interview.ts";
import type { FileToWrite } from "../write-files.ts";

/** What to type where something is there to begin from. */
const INSTEAD: Readonly<Record<Exclude<Existing, "nothing">, string>> = {
  organization: "Read it with credentials of its management account; the first plan is then empty:\n\n  landfall init --from-aws --home-region eu-west-1\n",
  "control-tower": "Read the organization that it governs, with credentials of its management account and the landing zone's home Region. What Control Tower made is left to it, and the first plan is empty:\n\n  landfall init --from control-tower --home-region eu-west-1\n",
  files: "Name the format and what to read:\n\n  landfall init --from lza ./aws-accelerator-config\n  landfall init --from org-formation ./organization.yml\n  landfall init --from adf ./aws-deployment-framework-bootstrap\n",
};

/**
 * Asks a few questions, shows the organization that they lead to, and writes it when the person says yes.
 * Ctrl-C, the end of input and every answer but yes write nothing.
 */
export async function initByInterview(invocation: Invocation, write: (files: readonly FileToWrite[]) => Promise<ExitReason>): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const ask: Ask = (question) => terminal.answer(question);
  try {
    terminal.err("A few questions. Enter takes what stands in brackets; Ctrl-C ends without writing.\n\n");
    const existing = await askExisting(ask);
    if (existing !== "nothing") {
      terminal.err(`\n${INSTEAD[existing]}`);
      return "done";
    }
    const situation = await askSituation(ask);
    const given = { name: flags.text("name"), accountEmail: flags.text("email"), homeRegion: flags.text("homeRegion"), regions: flags.list("region") };
    const answers = { ...(await askAnswers(ask, given)), service: flags.text("service"), exceptionsUntil: `${new Date().getFullYear() + 1}-12-31` };
    const { because, extras, blueprint: name } = advise(situation);
    const chosen = blueprint(name);
    if (chosen === undefined) throw new TypeError(`no blueprint ${name}`);
    const plain = blueprintFiles(chosen, answers, { extras: EXTRAS.filter((extra) => extras.includes(extra.name)) });
    const files = await inFormat(plain, flags.text("format") ?? "ts");
    await refuseUnusable(files);
    const organization = await organizationIn(plain);
    terminal.err(`\n${[name, ...extras].join(" with ")}\n${because.map((why) => `  ${why}\n`).join("")}\n`);
    terminal.err(treeHuman(expand(organization), terminal.errStyle, { name: organization.name, full: false }));
    const typed = await terminal.answer(`\nWrite ${count(files.length, "file")}? Only yes is taken: `);
    if (typed?.trim() !== "yes") throw new InterviewEnded();
    return await write(files);
  } catch (error) {
    if (!(error instanceof InterviewEnded)) throw error;
    terminal.err("Nothing was written.\n");
    return "cancelled";
  }
}

export const nobodyToAsk = (): LandfallError =>
  new LandfallError(
    {
      code: "LF9001",
      severity: "error",
      summary: "init needs to know what to start from, and nobody is there to be asked.",
      detail: "In a terminal it asks a few questions. This is none, or --no-input was given.",
      fix: "Say it with flags, for example:\n\n  landfall init --blueprint smb-starter --name acme --email 'aws+{account}@acme.example' --home-region eu-west-1\n  landfall init --blueprint starter --with policy-staging\n  landfall init --from-aws --home-region eu-west-1\n  landfall init --from lza ./aws-accelerator-config",
    },
    "usage",
  );
