import type { Organization } from "./types.ts";

const THINGS = { permissionSets: "permission set", groups: "group", assignments: "assignment", roles: "role", budgets: "budget" } as const;

/** What is declared and judged, but not written to AWS: a sentence, or nothing where nothing of the kind is declared. */
export function notWritten({ identityCenter: center, roles, budgets }: Organization): string[] {
  const numbers = {
    permissionSets: Object.keys(center?.permissionSets ?? {}).length,
    groups: Object.keys(center?.groups ?? {}).length,
    assignments: center?.assignments?.length ?? 0,
    roles: Object.keys(roles ?? {}).length,
    budgets: Object.keys(budgets ?? {}).length,
  };
  const parts = Object.entries(THINGS).flatMap(([key, thing]) => {
    const number = numbers[key as keyof typeof THINGS];
    return number === 0 ? [] : [`${number} ${thing}${number === 1 ? "" : "s"}`];
  });
  if (parts.length === 0) return [];
  const listed = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
  const one = parts.length === 1 && parts[0]?.startsWith("1 ") === true;
  return [`${listed} ${one ? "is" : "are"} declared and judged; this version of landfall does not write ${one ? "it" : "them"} to AWS, nor read what is there.`];
}
