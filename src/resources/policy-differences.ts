import type { Observed, PolicyItem } from "../inventory/index.ts";
import type { Difference } from "../plan/index.ts";
import { comparePolicies, compareSettings, isPolicyDocument, type ManagementDocument, type PartDifference, type PolicyContent, type PolicyStatement, type StatementDifference } from "../policy/index.ts";
import { compareTags } from "./tags.ts";

/** What differs between two policies, by statement and element, each value on its own. */
export function comparePolicyItems(desired: PolicyItem, observed: Observed<PolicyItem>): Difference[] {
  const before = observed.item;
  const renamed = before.name === desired.name ? [] : [{ field: "name", before: before.name, after: desired.name }];
  const description = before.description === desired.description ? [] : [{ field: "description", before: before.description, after: desired.description }];
  return [
    ...renamed,
    ...description,
    ...contentDifferences(before.document, desired.document),
    ...compareTags(desired.tags, observed),
  ];
}

/** What differs between two documents. */
export function contentDifferences(before: PolicyContent, after: PolicyContent): Difference[] {
  if (!isPolicyDocument(before) || !isPolicyDocument(after)) return compareSettings(before as ManagementDocument, after as ManagementDocument).map(({ path, ...values }) => ({ field: path, ...values }));
  const { version, id, statements } = comparePolicies(before, after);
  return [
    ...(version === undefined ? [] : [{ field: "Version", before: version.before, after: version.after }]),
    ...(id === undefined ? [] : [{ field: "Id", ...id }]),
    ...statements.flatMap(statementDifferences),
  ];
}

function statementDifferences(difference: StatementDifference): Difference[] {
  if (difference.action === "added") return [{ field: nameOf(difference.after), after: JSON.stringify(difference.after) }];
  if (difference.action === "removed") return [{ field: nameOf(difference.before), before: JSON.stringify(difference.before) }];
  const field = nameOf(difference.before);
  return [
    ...(difference.sid === undefined ? [] : [{ field: `${field} Sid`, ...difference.sid }]),
    ...(difference.effect === undefined ? [] : [{ field: `${field} Effect`, ...difference.effect }]),
    ...difference.parts.flatMap((part) => partDifferences(field, part)),
  ];
}

const partDifferences = (statement: string, { element, operator, key, valuesAdded, valuesRemoved }: PartDifference): Difference[] => {
  const field = [statement, element, operator, key].filter((part) => part !== undefined).join(" ");
  return [...valuesRemoved.map((before) => ({ field, before })), ...valuesAdded.map((after) => ({ field, after }))];
};

const nameOf = ({ Sid, Effect }: PolicyStatement): string => (Sid === undefined ? `statement ${Effect}` : `statement "${Sid}"`);
