import type { Diagnostic, ValuePath } from "../../diagnostics/index.ts";
import { type JsonNode, type JsonTrouble, readJson } from "../../policy/index.ts";
import { placesIn } from "../places.ts";
import { type Locate, nowhere, type Source, type SourceFile } from "../source.ts";

/** Reads strict JSON; comments, trailing commas and doubled keys are all told, then read over. */
export function readJsonSource(file: SourceFile): Source {
  const { root, troubles } = readJson(file.text);
  const place = placesIn(file.shown, file.text);
  const diagnostics = troubles.map((trouble) => ({ ...diagnosticOf(trouble, file), place: place(trouble.start, trouble.end) }));
  const files = [file.path];
  if (root === undefined) return { diagnostics, files, locate: nowhere };
  return { value: root.value, diagnostics, files, locate: locateIn(root, place) };
}

function diagnosticOf(trouble: JsonTrouble, file: SourceFile): Diagnostic {
  if (trouble.kind === "duplicate-key") {
    return { code: "LF1017", severity: "error", summary: `${sentence(trouble.text)}.`, fix: "Keep one of them." };
  }
  if (trouble.kind === "too-deep") return { code: "LF1115", severity: "error", summary: `${sentence(trouble.text)}.` };
  const empty = file.text.trim() === "";
  const summary = empty ? `\`${file.shown}\` is empty.` : `\`${file.shown}\` is not JSON: ${trouble.text}.`;
  return { code: "LF1016", severity: "error", summary, fix: FIXES[trouble.kind] ?? "Correct the text at this place." };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const FIXES: Readonly<Partial<Record<JsonTrouble["kind"], string>>> = {
  comment: "Remove the comment, or rename the file to .yaml or .ts, which take comments.",
  "trailing-comma": "Remove the comma.",
  "byte-order-mark": "Save the file as UTF-8 without a byte order mark.",
};

/** A value that spans lines is shown at its key, or at its opening bracket when it has none. */
function locateIn(root: JsonNode, place: ReturnType<typeof placesIn>): Locate {
  return (path: ValuePath, aim) => {
    let node = root;
    let key: readonly [number, number] | undefined;
    for (const step of path) {
      const member = typeof step === "string" ? node.members?.get(step) : undefined;
      const next = member?.node ?? (typeof step === "number" ? node.items?.[step] : undefined);
      // What is not there is shown at what it would stand in.
      if (next === undefined) break;
      key = member === undefined ? undefined : [member.keyStart, member.keyEnd];
      node = next;
    }
    const value = place(node.start, node.end);
    if (aim === "value" && value.line === value.endLine) return value;
    return key === undefined ? place(node.start, node.start + 1) : place(...key);
  };
}
