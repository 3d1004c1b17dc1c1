/**
 * Resources that actions, in lower case, are authorized on although the Service Authorization Reference does not list
 * their types. Sources: the Control Tower control AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS denies iam:CreateAccessKey on
 * the root user; CloudFormation User Guide, "Control CloudFormation access with AWS Identity and Access Management",
 * lets a transform be the resource of cloudformation:CreateChangeSet.
 */
export const UNLISTED_RESOURCES: ReadonlyMap<string, string> = new Map([
  ["iam:createaccesskey", "arn:${Partition}:iam::${Account}:root"],
  ["cloudformation:createchangeset", "arn:${Partition}:cloudformation:${Region}:aws:transform/*"],
]);
