import type { ManagementDocument } from "../document.ts";

/** One setting that differs; its path joins the keys from the top with `/`, the operator last. */
export interface SettingDifference {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** What differs between two policies of settings, setting by setting. The order of keys has no meaning, that of values has. */
export function compareSettings(before: ManagementDocument, after: ManagementDocument): SettingDifference[] {
  const left = settingsOf(before);
  const right = settingsOf(after);
  const paths = [...new Set([...left.keys(), ...right.keys()])].sort();
  return paths.filter((path) => left.get(path) !== right.get(path)).map((path) => ({ path, before: left.get(path), after: right.get(path) }));
}

function settingsOf(document: ManagementDocument): Map<string, string> {
  const settings = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isGroup) settings.set(path, typeof value === "string" ? value : JSON.stringify(value));
    else for (const [key, member] of Object.entries(value)) visit(member, path === "" ? key : `${path}/${key}`);
  };
  visit(document, "");
  return settings;
}
