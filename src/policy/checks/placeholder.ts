import type { ValuePath } from "../../diagnostics/index.ts";
import type { Json } from "../document.ts";
import { placeholdersIn } from "../placeholders.ts";
import { isObject } from "../shape.ts";
import type { PolicyCheck } from "./check.ts";
import { quote } from "./texts.ts";

/** Document, list of statements, statement, Condition, operator, key, list of values, value. */
const DEEPEST = 8;

interface Sighting {
  readonly path: ValuePath;
  readonly about?: "key";
  count: number;
}

/**
 * Samples come with pieces to fill in. AWS stores them as they are, and the policy then means something else.
 * Each is told once, at its first place.
 */
export const placeholderCheck: PolicyCheck = {
  name: "placeholder",
  *document(document) {
    if (!isObject(document)) return;
    for (const [placeholder, { path, about, count }] of sightings(document)) {
      const places = count === 1 ? "" : ` (${count} places)`;
      yield {
        code: "LF3037",
        severity: "warning",
        message: `${quote(placeholder)} looks like a placeholder that was not replaced${places}.`,
        path,
        ...(about === undefined ? {} : { about }),
        fix: "Write the value that is meant.",
      };
    }
  },
};

function sightings(document: Json): Map<string, Sighting> {
  const found = new Map<string, Sighting>();
  const look = (text: string, path: ValuePath, about?: "key"): void => {
    for (const placeholder of placeholdersIn(text)) {
      const before = found.get(placeholder);
      if (before === undefined) found.set(placeholder, { path, ...(about === undefined ? {} : { about }), count: 1 });
      else before.count++;
    }
  };
  const walk = (value: Json, path: ValuePath): void => {
    if (path.length > DEEPEST) return;
    if (typeof value === "string") look(value, path);
    else if (Array.isArray(value)) (value as readonly Json[]).forEach((item, index) => walk(item, [...path, index]));
    else if (isObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        look(key, [...path, key], "key");
        walk(member, [...path, key]);
      }
    }
  };
  walk(document, []);
  return found;
}
