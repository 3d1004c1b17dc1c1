import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { accessModel } from "../../access/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { expand } from "../../inventory/index.ts";
import { count, enveloped } from "../../report/index.ts";
import { observe } from "../../resources/index.ts";
import { readAccountRoles } from "../account-roles.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { usable } from "../planning.ts";
import { readResourcePolicies } from "../resource-policies-file.ts";
import { type Snapshot, snapshotText } from "../snapshot-file.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [file = ""], flags, terminal } = invocation;
  const snapshot = await taken(invocation);
  const flag = flags.on("force") ? "w" : "wx";
  await writeFile(resolve(terminal.cwd, file), snapshotText(snapshot, TOOL), { flag }).catch((error: unknown) => refuse(file, error));
  for (const text of snapshot.told) terminal.err(`${text}\n`);
  const accounts = [...snapshot.observation.items.values()].filter(({ item }) => item.kind === "account").length;
  const roles = snapshot.roles.filter(({ kind }) => kind === "role").length;
  const { takenAt, told } = snapshot;
  if (flags.text("format") === "json") terminal.out(enveloped({ format: "landfall.snapshot-taken/1", tool: TOOL }, { file, takenAt, accounts, roles, told }));
  else terminal.out(`Wrote ${file}: ${count(accounts, "account")}, ${count(roles, "role")}.\n`);
  return "done";
}

async function taken({ flags, terminal }: Invocation): Promise<Snapshot> {
  const checked = await readOrganizationFile(flags, terminal);
  const organization = usable(checked);
  const { homeRegion, name } = organization;
  const session = await openSession({ flags, homeRegion, folder: checked.folder, terminal, emit: telling(terminal) });
  try {
    if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
    const observation = await observe(session.aws, { desired: expand(organization), exclude: ["contact"] });
    const model = accessModel(observation, { homeRegion });
    const read = flags.raw("iam") === false ? { roles: [], people: [], iamKnown: new Set<string>(), told: ["The IAM of accounts was left out."] } : await readAccountRoles(session.aws, model, [...model.accounts.values()], { memberRole: flags.text("memberRole"), people: true });
    const resourcePolicies = flags.text("resourcePolicies");
    const resources = resourcePolicies === undefined ? {} : { resources: await readResourcePolicies(model, resourcePolicies, terminal.cwd) };
    return { organization: name, homeRegion, takenAt: new Date().toISOString(), observation: { ...observation, notRead: observation.notRead.filter((text) => !text.endsWith(": excluded")) }, services: true, ...read, ...resources };
  } finally {
    await session.close();
  }
}

function refuse(file: string, error: unknown): never {
  if ((error as { code?: string }).code === "EEXIST") throw new LandfallError({ code: "LF9005", severity: "error", summary: `${file} exists already.`, fix: "Name another file, or pass --force to write over it." }, "usage", { cause: error });
  throw new LandfallError({ code: "LF9002", severity: "error", summary: `${file} could not be written.`, detail: error instanceof Error ? error.message : "" }, "failed", { cause: error });
}
