/** Control and format characters, and separators of lines: what a review of a file would not see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu;

export const hasInvisible = (text: string): boolean => text.search(INVISIBLE) >= 0;

/** Escapes them as JSON, TypeScript and double quotes in YAML take it. Line breaks stay where `keep` has them. */
export const escapeInvisible = (text: string, keep = ""): string =>
  text.replaceAll(INVISIBLE, (character) => {
    if (keep.includes(character)) return character;
    return Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");
  });

/** The lines of a comment: no character in it may end a line early, or hide. */
export const commentLines = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029\u0085]/).map((line) => line.replaceAll(INVISIBLE, " ").trimEnd());
