import { join } from "node:path";
import type { Aws } from "../../aws/index.ts";
import { cloudFormation, ensureRole, inspectRole, placeOf, ROLE_KINDS, type RoleKind, type RolePlace, type RoleSpec, roleSpec, type RoleState } from "../../bootstrap/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { count, rolesHuman, shellWord } from "../../report/index.ts";
import { type AwsSession, openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { contextOf } from "../context.ts";
import type { Flags } from "../flags.ts";
import { FOLDER } from "../folder.ts";
import { fileIfAny, homeRegionOf } from "../home-region.ts";
import { createInMembers } from "../member-roles.ts";
import { rolesJson } from "../roles-json.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  refuseIdle(flags);
  const file = await fileIfAny(flags, terminal);
  const homeRegion = homeRegionOf(flags, terminal, file);
  if (homeRegion === undefined) throw noRegion();
  const stated = flags.text("managementAccount");
  if (stated !== undefined) return show(invocation, placeOf({ managementAccountId: accountId(stated), homeRegion }), undefined);
  const folder = file?.folder ?? join(terminal.cwd, FOLDER);
  const session = await openSession({ flags, homeRegion, folder, terminal, emit: telling(terminal) });
  try {
    if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
    const place = await findPlace(session.aws);
    return flags.on("create") ? await create(invocation, place, session) : await show(invocation, place, session.aws);
  } finally {
    await session.close();
  }
}

/** Flags that would have no effect are refused. */
function refuseIdle(flags: Flags): void {
  const creates = flags.on("create");
  const without = (flag: string, needed: string): LandfallError =>
    new LandfallError({ code: "LF9001", severity: "error", summary: `${flag} and ${needed} do not go together.`, fix: `Leave out ${flag}.` }, "usage");
  if (creates && flags.text("managementAccount") !== undefined) throw without("--management-account", "--create");
  if (creates && !["human", "json"].includes(flags.text("format") ?? "human")) throw without(`--format ${flags.text("format") ?? ""}`, "--create");
  if (creates && flags.text("format") === "json" && flags.list("account").length > 0) throw without("--format json", "--account");
  if (!creates && flags.list("account").length > 0) throw without("--account", "a bootstrap without --create");
  if (flags.text("accessRole") !== undefined && flags.list("account").length === 0) throw without("--access-role", "a bootstrap without --account");
  if (flags.text("externalId") !== undefined && flags.list("trust").length === 0) throw without("--external-id", "a bootstrap without --trust");
}

/** The organization that the credentials belong to. @throws LandfallError LF7006 when it is another account's. */
async function findPlace(aws: Aws): Promise<RolePlace> {
  const { Account = "" } = await (await aws.sts()).getCallerIdentity({});
  const organization = await (await aws.organizations()).describeOrganization({}).then(
    ({ Organization }) => Organization,
    (error: unknown) => {
      if (error instanceof Error && error.name === "AWSOrganizationsNotInUseException") return undefined;
      throw error;
    },
  );
  const owner = organization?.MasterAccountId ?? Account;
  if (owner !== Account) {
    throw new LandfallError({ code: "LF7006", severity: "error", summary: `The credentials are those of account ${Account}; the organization ${organization?.Id ?? ""} belongs to ${owner}.`, fix: `Use credentials of the management account ${owner}.` }, "credentials");
  }
  return placeOf({ managementAccountId: Account, organizationId: organization?.Id, homeRegion: aws.homeRegion });
}

function specsOf(flags: Flags, place: RolePlace): RoleSpec[] {
  const only = flags.list("only");
  const asked = ROLE_KINDS.filter((kind) => (only.length === 0 ? true : only.includes(kind)));
  const principals = flags.list("trust");
  const trusted = principals.length === 0 ? undefined : { principals, externalId: flags.text("externalId") };
  return asked.map((kind: RoleKind) => roleSpec(kind, place, trusted));
}

async function show({ flags, terminal }: Invocation, place: RolePlace, aws: Aws | undefined): Promise<ExitReason> {
  const specs = specsOf(flags, place);
  const format = flags.text("format") ?? "human";
  if (format === "policy") {
    terminal.out(`${JSON.stringify(Object.fromEntries(specs.map(({ name, policy, trust }) => [name, { policy, trust }])), undefined, 2)}\n`);
    return "done";
  }
  if (format === "cloudformation") {
    // A stack lives in one account: the member role only where it alone was asked for.
    const inOne = specs.some(({ kind }) => kind !== "member") ? specs.filter(({ kind }) => kind !== "member") : specs;
    terminal.out(cloudFormation(inOne));
    return "done";
  }
  const shown = await Promise.all(specs.map(async (spec) => ({ spec, state: await stateOf(spec, aws) })));
  if (format === "json") {
    terminal.out(rolesJson(shown, place));
    return "done";
  }
  const about = [place.managementAccountId, place.organizationId ?? "no organization yet", place.homeRegion].join("  ");
  terminal.out(rolesHuman(shown, terminal.outStyle, { about, full: flags.on("full") }));
  const open = shown.filter(({ state }) => state !== undefined && (state.found === undefined || state.drift.length > 0));
  const again = `landfall bootstrap --create${contextOf(flags)}${flags.list("trust").map((arn) => ` --trust ${shellWord(arn)}`).join("")}`;
  if (open.length > 0) terminal.note(`\n${count(open.length, "role")} to create or to mend. Do it with:\n\n  ${again}\n`);
  return "done";
}

const stateOf = async (spec: RoleSpec, aws: Aws | undefined): Promise<RoleState | undefined> => (aws === undefined || spec.kind === "member" ? undefined : inspectRole(aws, spec));

async function create(invocation: Invocation, place: RolePlace, { aws }: AwsSession): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const accounts = flags.list("account");
  const specs = specsOf(flags, place);
  const here = specs.filter(({ kind }) => kind !== "member");
  const member = specs.find(({ kind }) => kind === "member");
  const shown = await Promise.all(here.map(async (spec) => ({ spec, state: await inspectRole(aws, spec) })));
  const about = [place.managementAccountId, place.organizationId ?? "no organization yet", place.homeRegion].join("  ");
  const json = flags.text("format") === "json";
  const inMembers = accounts.length > 0 && member !== undefined ? [{ spec: member }] : [];
  if (!json) terminal.out(rolesHuman([...shown, ...inMembers], terminal.outStyle, { about, full: flags.on("full") }));
  const open = shown.filter(({ state }) => state.found === undefined || state.drift.length > 0);
  if (open.length > 0 || inMembers.length > 0) {
    if (!flags.on("yes") && !terminal.interactive) throw nobody();
    if (!flags.on("yes") && (await terminal.ask("\nCreate and mend these roles? Only yes is taken: ")).trim() !== "yes") {
      terminal.err("Nothing was changed.\n");
      return "cancelled";
    }
  }
  const outcomes: Record<string, string> = {};
  if (!json) terminal.out("\n");
  for (const { spec } of shown) {
    const outcome = await ensureRole(aws, spec);
    outcomes[spec.name] = outcome;
    if (!json) terminal.out(`${outcome}  ${spec.name}\n`);
  }
  if (json) {
    terminal.out(rolesJson(shown, place, outcomes));
    return "done";
  }
  if (inMembers.length > 0 && member !== undefined) return createInMembers(aws, member, accounts, invocation);
  if (member !== undefined) terminal.note(`\nMember accounts get theirs by a StackSet:\n\n  landfall bootstrap --only member --format cloudformation${contextOf(flags)}\n\nor now, where they can be entered:\n\n  landfall bootstrap --create --only member --account all${contextOf(flags)}\n`);
  return "done";
}

function accountId(text: string): string {
  if (/^\d{12}$/.test(text)) return text;
  throw new LandfallError({ code: "LF9004", severity: "error", summary: `"${text}" is no account id.`, fix: "An account id has 12 digits." }, "usage");
}

const nobody = (): LandfallError =>
  new LandfallError({ code: "LF9003", severity: "error", summary: "Nobody is there to approve the roles.", fix: "Pass --yes to create them without being asked." }, "usage");

const noRegion = (): LandfallError =>
  new LandfallError(
    { code: "LF9007", severity: "error", summary: "The home Region is not known.", detail: "The apply role may write the lock there, and nowhere else.", fix: "Name it with --home-region, for example --home-region eu-west-1." },
    "usage",
  );
