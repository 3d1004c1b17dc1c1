/** Calls about what they make, and those that came with tags, name it by its ARN. */
const BY_ARN = /^iam:(Tag|Untag|PassRole|Create(?!AccessKey|LoginProfile|PolicyVersion))/;

/**
 * How AWS's denials name what a call of IAM is about: an identity that may be there by its kind and name, `role Deploy`.
 * Unconfirmed: the form for calls that nobody has reported a denial of; those follow their neighbors.
 */
export function shownResource(action: string, resource: string): string {
  if (!action.startsWith("iam:") || BY_ARN.test(action)) return resource;
  const [, kind, name] = /^arn:[^:]*:iam::\d{12}:(user|role|group|instance-profile)\/(?:.*\/)?([^/]+)$/.exec(resource) ?? [];
  return kind === undefined || name === undefined ? resource : `${kind.replace("-", " ")} ${name}`;
}
