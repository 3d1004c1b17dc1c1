import type { Call } from "../operation.ts";
import { accountSubjects } from "./account.ts";
import { iamSubjects } from "./iam.ts";
import { organizationsSubjects } from "./organizations.ts";
import { serviceQuotasSubjects } from "./service-quotas.ts";
import { ssmSubjects } from "./ssm.ts";
import { stsSubjects } from "./sts.ts";
import type { Further, FurtherSubject, Input, Subject, SubjectTable } from "./subject.ts";
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

/** One more action that a call needs. */
export interface FurtherQuestion extends Pick<Further, "action" | "refusal"> {
  readonly subject: FurtherSubject;
}

/** The actions that AWS asks for besides the call's own, whose subject is given, in AWS's order where one is known. */
export function furtherQuestions(call: Call, action: string, input: Input, own: Subject): readonly FurtherQuestion[] {
  const [prefix = "", name = ""] = action.split(":");
  const further = BY_PREFIX.get(prefix)?.operations[name]?.further;
  if (further === undefined) return NONE;
  return further.flatMap((one) => {
    if (one.given !== undefined && !isGiven(input[one.given])) return [];
    const subject = one.subject === undefined ? { ...subjectOf(call, one.action, input), resources: own.resources } : one.subject(call, input);
    return subject === undefined ? [] : [{ action: one.action, refusal: one.refusal, subject }];
  });
}

const NONE: readonly FurtherQuestion[] = [];

const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value === true);

export { requestTags } from "./tags.ts";
export type { Further, FurtherSubject, Subject, SubjectFacts, SubjectTable } from "./subject.ts";
