import type { Call } from "../operation.ts";
import { accountSubjects } from "./account.ts";
import { iamSubjects } from "./iam.ts";
import { organizationsSubjects } from "./organizations.ts";
import { serviceQuotasSubjects } from "./service-quotas.ts";
import { ssmSubjects } from "./ssm.ts";
import { stsSubjects } from "./sts.ts";
import type { Input, Subject, SubjectTable } from "./subject.ts";
import { taggingSubjects } from "./tagging.ts";

/** What the operations of every service are about. */
export const SUBJECTS: readonly SubjectTable[] = [accountSubjects, iamSubjects, organizationsSubjects, serviceQuotasSubjects, ssmSubjects, stsSubjects, taggingSubjects];

const BY_PREFIX: ReadonlyMap<string, SubjectTable> = new Map(SUBJECTS.map((table) => [table.prefix, table]));

/** What a call is about, with its condition keys. Every operation that is implemented is in a table. */
export function subjectOf(call: Call, action: string, input: Input): Subject {
  const [prefix = "", name = ""] = action.split(":");
  const table = BY_PREFIX.get(prefix);
  if (table?.operations[name] === undefined) throw new TypeError(`it is not known what ${action} is about`);
  return table.read(call, name, input);
}

export { requestTags } from "./subject.ts";
export type { Subject, SubjectFacts, SubjectTable } from "./subject.ts";
