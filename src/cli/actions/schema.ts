import type { ExitReason } from "../../diagnostics/index.ts";
import { organizationSchema } from "../../organization/index.ts";
import type { Invocation } from "../command.ts";

export async function act({ terminal }: Invocation): Promise<ExitReason> {
  terminal.out(`${JSON.stringify(organizationSchema(), undefined, 2)}\n`);
  return "done";
}
