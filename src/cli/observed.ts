import { expand, type Observation } from "../inventory/index.ts";
import { observe } from "../resources/index.ts";
import { openSession, telling } from "./aws-session.ts";
import type { Invocation } from "./command.ts";
import type { CheckedFile } from "./organization-file.ts";
import { usable } from "./planning.ts";

/** What AWS, or the embedded one, has of the organization that a file describes. */
export async function observed({ flags, terminal }: Invocation, checked: CheckedFile): Promise<Observation> {
  const organization = usable(checked);
  const session = await openSession({ flags, homeRegion: organization.homeRegion, folder: checked.folder, terminal, emit: telling(terminal) });
  try {
    if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
    return await observe(session.aws, { desired: expand(organization) });
  } finally {
    await session.close();
  }
}
