import { dirname, resolve } from "node:path";
import { type AccessModel, accessModel, type AccountPeople, type GrantKind, type KnownResources, knownRoles, withAnyAccount } from "../access/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import { expand, type Item } from "../inventory/index.ts";
import type { Organization } from "../organization/index.ts";
import type { AccessSource } from "../report/index.ts";
import type { Invocation } from "./command.ts";
import { readOrganizationFile } from "./organization-file.ts";
import { usable } from "./planning.ts";
import { statementTeller, type StatementTeller } from "./statement-places.ts";

/** What a question about access is asked of. */
export interface AskedSource {
  readonly model: AccessModel;
  readonly source: AccessSource;
  readonly teller: StatementTeller;
  /** The organization's name in the file. */
  readonly name: string;
  /** What the model was made of. */
  readonly items: readonly Item[];
  /** The file, where one was read. */
  readonly organization?: Organization;
  /** Who signs in to accounts without Identity Center, and the policies of resources, where the source tells them. */
  readonly people?: readonly AccountPeople[];
  readonly resources?: KnownResources;
  /** Kinds of grants across accounts that the source does not tell of. */
  readonly lacks?: ReadonlySet<GrantKind>;
}

export interface SourceOptions {
  /** Accounts whose IAM is read too where AWS is asked: by key, id or address; `all` for every one. */
  readonly iamOf?: readonly string[] | "all";
  /** Whether AWS is also asked which services and accounts work across the organization, and who signs in to accounts without Identity Center. */
  readonly services?: boolean;
  /** What may name an OU: then the file has any account there, which is asked in its place. */
  readonly places?: readonly string[];
}

/** The source that the flags name: a snapshot, AWS as it is now, or else the organization file. */
export async function accessSource(invocation: Invocation, { iamOf = [], services = false, places: named = [] }: SourceOptions = {}): Promise<AskedSource> {
  const { flags, terminal } = invocation;
  const snapshot = flags.text("snapshot");
  refuseTwo(invocation, snapshot);
  if (snapshot !== undefined) return (await import("./snapshot-source.ts")).snapshotSource(invocation, snapshot);
  const checked = await readOrganizationFile(flags, terminal);
  const organization = usable(checked);
  const places = { placeOf: checked.placeOf, folder: dirname(resolve(terminal.cwd, checked.file)), cwd: terminal.cwd };
  if (asksAws(invocation)) return (await import("./live-source.ts")).liveSource(invocation, { checked, organization, places, roles: knownRoles(organization), iamOf, services });
  const visited = named.reduce(withAnyAccount, organization);
  const declared = expand(visited);
  const model = accessModel(declared, { homeRegion: organization.homeRegion, roles: knownRoles(visited) });
  return { model, items: [...declared.values()], organization, teller: statementTeller(model, organization, places), name: organization.name, source: { kind: "file", name: checked.file } };
}

/** A flag that would have no effect is refused. */
function refuseTwo({ flags }: Pick<Invocation, "flags">, snapshot: string | undefined): void {
  if (snapshot !== undefined && asksAws({ flags })) throw new LandfallError({ code: "LF9001", severity: "error", summary: "--snapshot and flags about AWS do not go together.", fix: "Ask AWS, or ask the snapshot." }, "usage");
  if (flags.text("memberRole") !== undefined && !asksAws({ flags })) throw new LandfallError({ code: "LF9001", severity: "error", summary: "--member-role needs --live.", fix: "Roles are read from AWS only; add --live." }, "usage");
}

/** A flag about AWS means AWS, with --live or without. */
const asksAws = ({ flags }: Pick<Invocation, "flags">): boolean => flags.on("live") || flags.on("local") || ["profile", "role", "endpointUrl"].some((flag) => flags.text(flag) !== undefined);
