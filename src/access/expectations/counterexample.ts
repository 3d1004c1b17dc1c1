import type { RequestContext } from "../../policy/index.ts";
import { ask } from "../ask.ts";
import { decideAccess } from "../decide.ts";
import type { AccessModel } from "../model.ts";
import type { AccessRequest } from "../request.ts";
import type { Asker } from "../space/index.ts";
import type { AccountClass } from "./accounts.ts";
import type { Counterexample } from "./model.ts";

export interface Unexpected {
  readonly expected: Counterexample["expected"];
  readonly isUnknown: boolean;
  readonly asker: Asker;
  readonly home: AccountClass;
  readonly into?: Counterexample["into"] | undefined;
  readonly asked: AccessRequest;
  /** The keys that were chosen; the request has no others. */
  readonly context: RequestContext;
}

/** A request that is answered otherwise than expected, as one that can be asked again, with the answer. */
export function counterexampleOf(model: AccessModel, { expected, isUnknown, asker, home, into, asked, context }: Unexpected): Counterexample {
  const given = Object.fromEntries(Object.entries(context).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
  const without = absentKeys(model, { ...asked, context: given });
  return {
    expected,
    isUnknown,
    principal: asker.word,
    asker: asker.principal,
    account: home.account,
    ...(into === undefined ? {} : { into }),
    accounts: home.accounts,
    action: asked.action,
    ...(asked.resource === undefined ? {} : { resource: asked.resource }),
    context: given,
    without,
    answer: ask(model, { ...asked, context: { ...given, ...absent(without) } }),
  };
}

/** The keys that the request must be known not to have, so that the answer hangs on none of them. */
function absentKeys(model: AccessModel, asked: AccessRequest): string[] {
  const without: string[] = [];
  for (;;) {
    const { outcome, missingKeys } = decideAccess(model, { ...asked, context: { ...asked.context, ...absent(without) } });
    const more = outcome === "unknown" ? missingKeys.filter((key) => !without.includes(key)) : [];
    if (more.length === 0) return without;
    without.push(...more);
  }
}

/** A key without values is known to be absent. */
const absent = (keys: readonly string[]): RequestContext => Object.fromEntries(keys.map((key) => [key, []]));
