import type { SubjectTable } from "./subject.ts";

/** These ask for resources of every kind at once. Source: Service Authorization Reference, "Amazon Resource Group Tagging API". */
export const taggingSubjects: SubjectTable = {
  prefix: "tag",
  operations: { GetResources: {}, GetTagKeys: {}, GetTagValues: {} },
  read: () => ({ resources: [], keys: {} }),
};
