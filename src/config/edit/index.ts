import { extname } from "node:path";
import { isError, LandfallError } from "../../diagnostics/index.ts";
import type { Organization } from "../../organization/index.ts";
import { loadOrganization } from "../load.ts";
import { type Edit, editedText, editedValue, sameValue } from "./edit.ts";
import { EDITABLE_FORMATS, type EditableFormat } from "./notations.ts";

export type { Edit } from "./edit.ts";

export interface EditedFile {
  readonly text: string;
  readonly organization: Organization;
}

export interface EditRequest {
  /** Absolute path of the organization file. */
  readonly path: string;
  readonly text: string;
  /** What the text gives now. */
  readonly organization: Organization;
  readonly cwd: string;
}

/**
 * The text of an organization file with edits, every other byte as it was. The new text is loaded and must give exactly
 * the organization that the edits mean; where the place is computed it cannot be edited, and what belongs there is told.
 * @throws LandfallError LF1133
 */
export async function editOrganization({ path, text, organization, cwd }: EditRequest, edits: readonly Edit[]): Promise<EditedFile> {
  const format = EDITABLE_FORMATS[extname(path)];
  const edited = format === undefined ? undefined : keepingLineEnds(text, (plain) => editedText(plain, edits, format));
  if (edited !== undefined) {
    const loaded = await loadOrganization(path, { cwd, text: edited });
    // What was asked for is no organization; nothing of that is the file's doing.
    if (loaded.diagnostics.some(isError)) throw new LandfallError(loaded.diagnostics.filter(isError), "usage");
    if (loaded.organization !== undefined && sameValue(loaded.organization, editedValue(organization, edits))) return { text: edited, organization: loaded.organization };
  }
  const snippets = edits.map((edit) => `  ${edit.path.slice(0, -1).join(" > ")}:\n    ${snippet(edit, format)}`);
  throw new LandfallError(
    { code: "LF1133", severity: "error", summary: "The file computes the place of this change, so landfall does not edit it.", fix: `Write it yourself:\n\n${snippets.join("\n")}` },
    "refused",
  );
}

/** A file whose lines all end as in Windows keeps them; elsewhere nothing is known of line ends. */
function keepingLineEnds(text: string, edit: (plain: string) => string | undefined): string | undefined {
  const isWindows = text.includes("\r\n") && !/(?<!\r)\n/.test(text);
  return isWindows ? edit(text.replaceAll("\r\n", "\n"))?.replaceAll("\n", "\r\n") : edit(text);
}

function snippet(edit: Edit, format: EditableFormat | undefined): string {
  const key = edit.path.at(-1) ?? "";
  if (edit.kind === "set") return format?.entry(key, edit.value, "    ") ?? JSON.stringify({ [key]: edit.value });
  return edit.kind === "remove" ? `without ${JSON.stringify(key)}` : `${JSON.stringify(edit.key)} instead of ${JSON.stringify(key)}`;
}
