import type { Change } from "../../plan/index.ts";

/** Kinds of things that AWS gives an id when it makes them. */
const WITH_ID: ReadonlySet<Change["kind"]> = new Set(["organization", "ou", "account", "policy"]);

/** What of a change only AWS can say, once it has made the thing. */
export const unknownOf = ({ action, kind }: Pick<Change, "action" | "kind">): readonly "id"[] => (action === "create" && WITH_ID.has(kind) ? ["id"] : []);
