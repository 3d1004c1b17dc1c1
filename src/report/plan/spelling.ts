import type { PolicyDocument } from "../../policy/index.ts";

/**
 * Comparing turns actions and condition keys to lower case, since AWS ignores their case. On screen they stand as the
 * documents spell them; where two spell differently, as the later one does.
 */
export function spellingOf(...documents: readonly PolicyDocument[]): (text: string) => string {
  const spelled = new Map<string, string>();
  const collect = (value: unknown): void => {
    if (typeof value === "string") spelled.set(value.toLowerCase(), value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        spelled.set(key.toLowerCase(), key);
        collect(part);
      }
    }
  };
  documents.forEach(collect);
  return (text) => (text === text.toLowerCase() ? (spelled.get(text) ?? text) : text);
}
