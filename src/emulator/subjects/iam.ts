import { iamResource } from "../services/iam/resources.ts";
import { globalRegion } from "./global-region.ts";
import { IAM_OPERATIONS } from "./iam-operations.ts";
import type { SubjectTable } from "./subject.ts";
import { requestTags, resourceTags, unclearRequestTags } from "./tags.ts";

/** Users and roles have IAM's own key of tags beside the global one. */
const HAVE_OWN_KEY = /:(user|role)\//;

/** The account in an ARN owns what it names, so that what is another's needs more than the caller's own policies. */
export const iamSubjects: SubjectTable = {
  prefix: "iam",
  operations: IAM_OPERATIONS,
  read(call, name, input) {
    const { arn, renamed, tags, keys } = iamResource(call, name, input);
    const own = Object.entries(keys).filter(([key]) => IAM_OPERATIONS[name]?.keys?.includes(key));
    return {
      resources: [...new Set([arn ?? [], renamed ?? []].flat())].map((one) => ({ arn: one, ...resourceTags(tags, ...(HAVE_OWN_KEY.test(one) ? ["iam:ResourceTag"] : [])) })),
      keys: { ...requestTags(input), ...globalRegion(call), ...Object.fromEntries(own) },
      unclear: unclearRequestTags(input),
    };
  },
};
