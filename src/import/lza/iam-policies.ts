import type { Diagnostic } from "../../diagnostics/index.ts";
import type { CustomerManagedPolicy } from "../../organization/index.ts";
import type { ImportedFile } from "../importer.ts";
import { uniqueSlug } from "../names.ts";
import { itemsOf, mapping } from "../shape.ts";
import type { Finding, Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { type DocumentSources, readIdentityDocument } from "./policy-document.ts";
import type { Refusal } from "../document-refusal.ts";

/** The policies that LZA makes in accounts, and the texts of those that are asked for. */
export class IamPolicies {
  readonly files: ImportedFile[] = [];
  readonly #slugs = new Set<string>();
  readonly #byPath = new Map<string, string | Refusal>();
  readonly #found = new Map<string, { readonly finding: Finding; readonly path: string | undefined }>();
  readonly #sources: DocumentSources;

  constructor(iam: YamlNode | undefined, sources: DocumentSources, tally: Tally, problems: Diagnostic[]) {
    this.#sources = sources;
    for (const set of itemsOf(iam, "policySets", problems)) {
      for (const item of itemsOf(mapping(set, "A policy set", problems), "policies", problems)) {
        const name = textOf(item, "name") ?? "(without a name)";
        const finding = tally.find("iam-policy", name, memberOf(item, "name")?.place ?? item.place);
        if (this.#found.has(name)) finding.leave("a policy of that name stands above");
        else this.#found.set(name, { finding, path: textOf(item, "policy") });
      }
    }
  }

  /** A policy by its name in accounts, with its text where the configuration has it. */
  named(name: string, path?: string): CustomerManagedPolicy {
    const plain = { name, ...(path === undefined || path === "/" ? {} : { path }) };
    const found = this.#found.get(name);
    if (found?.path === undefined) return plain;
    const file = this.fileOf(found.path, name);
    if (typeof file !== "string") {
      if (!found.finding.decided) found.finding.leave(file.why, file.hint);
      return plain;
    }
    if (!found.finding.decided) found.finding.carry();
    return { ...plain, file };
  }

  /** Where the document of a path will stand beside the organization file, or why AWS cannot have it. */
  fileOf(path: string, name: string): string | Refusal {
    const known = this.#byPath.get(path);
    if (known !== undefined) return known;
    const read = readIdentityDocument(this.#sources, path);
    if ("why" in read) {
      this.#byPath.set(path, read);
      return read;
    }
    const file = `iam-policies/${uniqueSlug(name, this.#slugs)}.json`;
    this.files.push({ path: file, text: read.text });
    this.#byPath.set(path, file);
    return file;
  }

  /** To be called last: what nothing asked for is listed. */
  settle(): void {
    for (const { finding } of this.#found.values()) {
      if (!finding.decided) finding.leave("no permission set and no role that is carried names it, and the organization file keeps policies of accounts only with what has them");
    }
  }
}
