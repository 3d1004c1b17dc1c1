import { explainAwsError } from "../../aws/index.ts";
import { actionsOf, isReadAction } from "../../bootstrap/index.ts";
import { RESOURCES } from "../../resources/index.ts";
import { type Check, fail, type Finding, ok, warn } from "../check.ts";
import { PROBES } from "../probes.ts";

/** Tries every call that a plan makes, and names those that the credentials may not make. What changes something is not tried. */
export const permissions: Check = {
  name: "permissions",
  needs: ["organization"],
  async run(scope) {
    const organization = await scope.organization();
    const targets = { rootId: (await scope.root())?.Id ?? "r-0000", accountId: organization?.MasterAccountId ?? "" };
    const actions = actionsOf("plan").filter(isReadAction);
    const denied: string[] = [];
    const untried: string[] = [];
    for (const action of actions) {
      const probe = PROBES[action];
      if (probe === undefined) untried.push(action);
      else if (await isDenied(() => probe(scope.aws, targets))) denied.push(action);
    }
    return verdict(actions.length - untried.length, untried, denied);
  },
};

function verdict(tried: number, untried: readonly string[], denied: readonly string[]): Finding[] {
  const needed = new Set<string>(RESOURCES.flatMap(({ actions }) => actions.observe));
  const [stopping, others] = [denied.filter((action) => needed.has(action)), denied.filter((action) => !needed.has(action))];
  const fix = "Give the role this policy:\nlandfall doctor --print-policy read";
  return [
    ...(stopping.length === 0 ? [] : [fail(`the credentials lack ${stopping.join(", ")}, without which there is no plan`, fix, "credentials")]),
    ...(others.length === 0 ? [] : [warn(`the credentials lack ${others.join(", ")}`, fix)]),
    ...(denied.length > 0 ? [] : [ok(`each of ${tried} reading calls may be made${untried.length === 0 ? "" : `; not tried: ${untried.join(", ")}`}`)]),
  ];
}

/** Anything but a denial shows that the call may be made. */
async function isDenied(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return false;
  } catch (error) {
    return explainAwsError(error)?.diagnostics[0]?.code === "LF7003";
  }
}
