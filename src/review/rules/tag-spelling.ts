import type { ValuePath } from "../../diagnostics/index.ts";
import type { Tags } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** AWS tells tag keys apart by case; people and reports do not. */
export const tagSpelling: Rule = {
  code: "LF2140",
  name: "tag-spelling",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Multi-account strategy for small and medium businesses",
  rows: [66, 127],
  check: (subject) => {
    const first = new Map<string, string>();
    return tagKeys(subject).flatMap(({ key, path }) => {
      const known = first.get(plain(key));
      if (known === undefined) first.set(plain(key), key);
      if (known === undefined || known === key) return [];
      return [{ path, summary: `The tags "${known}" and "${key}" differ only in their spelling.` }];
    });
  },
};

const plain = (key: string): string => key.toLowerCase().replaceAll(/[-_ ]/g, "");

/** Every tag key of the file with its place, those made of `stage`, `service` and `owner` first. */
function tagKeys({ organization, targets, policies }: Subject): { readonly key: string; readonly path: ValuePath }[] {
  const of = (tags: Tags | undefined, path: ValuePath) => Object.keys(tags ?? {}).map((key) => ({ key, path: [...path, "tags", key] }));
  return [
    ...["stage", "service", "owner"].map((key) => ({ key, path: [] })),
    ...of(organization.tags, []),
    ...targets.flatMap(({ declared, path }) => of(declared.tags, path)),
    ...[...policies].flatMap(([key, { tags }]) => of(tags, ["policies", key])),
  ];
}
