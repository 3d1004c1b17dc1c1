import type { PolicyKind } from "../../ids/index.ts";
import type { ConfigurationFolder } from "../folder.ts";
import { documentRefusal, identityRefusal, type Refusal } from "../document-refusal.ts";
import { type FilledPolicy, fillPolicy } from "./fill-policy.ts";
import type { PlaceholderValues } from "./placeholders.ts";
import type { Replacements } from "./replacements.ts";

export interface DocumentSources {
  readonly folder: ConfigurationFolder;
  readonly replacements: Replacements;
  readonly placeholders: PlaceholderValues;
  /** Ids that the configuration states; for hints only. */
  readonly ids: ReadonlyMap<string, string>;
}

export interface CarriedDocument extends FilledPolicy {
  /** The path as it is spelled in the folder, when it differs from the configuration's in case. */
  readonly spelled?: string;
}

/** A policy's text as AWS would get it, white space aside, or why AWS cannot have it. */
export const readDocument = (sources: DocumentSources, path: string, kind: PolicyKind): CarriedDocument | Refusal =>
  readChecked(sources, path, (text) => documentRefusal(text, path, kind));

/** The same for a policy of a permission set or a role. */
export const readIdentityDocument = (sources: DocumentSources, path: string): CarriedDocument | Refusal => readChecked(sources, path, (text) => identityRefusal(text, path));

function readChecked(sources: DocumentSources, path: string, check: (text: string) => Refusal | undefined): CarriedDocument | Refusal {
  const reading = sources.folder.read(path);
  if (!reading.ok) return { why: `its file ${path} cannot be read: ${reading.why}`, hint: "Put the file into the configuration's folder and import again." };
  const filled = fillPolicy(reading.text, sources.placeholders, sources.replacements);
  const refusal = unfilledRefusal(filled, path, reading.file, sources.ids) ?? check(filled.text);
  return refusal ?? { ...filled, ...(reading.otherCase ? { spelled: reading.file } : {}) };
}

function unfilledRefusal({ unfilled }: FilledPolicy, path: string, file: string, ids: ReadonlyMap<string, string>): Refusal | undefined {
  const [first] = unfilled;
  if (first === undefined) return undefined;
  const all = [...new Set(unfilled.map(({ text, line, why }) => `${text} (line ${line}: ${why})`))];
  const stated = [...new Set(unfilled.flatMap(({ text, name }) => (ids.has(name) ? [`${ids.get(name) ?? ""} for ${text}`] : [])))];
  return {
    why: `its document ${path} holds ${all.join(", ")}; AWS would take that text as it stands, and the policy would not do what is meant`,
    hint: `Write the value in place of ${first.text} in ${file} and import again.${stated.length === 0 ? "" : ` If you stay in the organization that LZA governs, the configuration says ${stated.join(", ")}.`}`,
  };
}
