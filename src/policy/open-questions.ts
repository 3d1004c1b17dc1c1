/** A fact that AWS's pages leave open, and how it is decided here. Code that rests on one names its id. */
export interface OpenQuestion {
  readonly id: string;
  readonly question: string;
  /** What both evaluators do. */
  readonly decision: string;
  /** Why so, and what would settle it. */
  readonly reason: string;
}

/** Both evaluators follow this list; a test compares it with the ids that the code names. */
export const OPEN_QUESTIONS: readonly OpenQuestion[] = [
  {
    id: "wildcard-past-colon",
    question: "May a wildcard in a Resource run past a colon?",
    decision: "A `*` that is the last character of one of the first five fields may; any other `*` or `?` of those fields may not; in the sixth field both stand for any character.",
    reason: "The Resource page: \"If the * wildcard is the last character of a resource ARN segment, it can expand to match beyond the colon boundaries.\" An older copy of the page said that a wildcard cannot span segments.",
  },
  {
    id: "short-arn",
    question: "What does a Resource with fewer than six fields match, such as `arn:aws:s3`?",
    decision: "In identity policies, boundaries, session policies, SCPs and RCPs a text that begins with `arn:` matches as if the missing fields were `*`; in resource and endpoint policies it matches only what it spells.",
    reason: "Observed by others, not documented.",
  },
  {
    id: "action-service-wildcard",
    question: "May the service prefix of an Action have wildcards?",
    decision: "`*:*` is every action, like `*`; any other wildcard before the colon matches nothing. So does an Action with white space or a comma in it.",
    reason: "The Action page has literal prefixes only; `*:*` is found in stored policies.",
  },
  {
    id: "variable-before-fifth-colon",
    question: "What does a policy variable in the first five fields of a Resource mean?",
    decision: "It is not replaced, and a pattern with one there matches nothing.",
    reason: "The page on variables: \"You can't use a variable to replace parts of the ARN before the fifth colon\".",
  },
  {
    id: "question-mark-character",
    question: "What is one character, for `?`?",
    decision: "One Unicode code point, also outside of the basic plane.",
    reason: "AWS says \"any single character\".",
  },
  {
    id: "plain-operator-several-values",
    question: "What does an operator without ForAllValues or ForAnyValue do when the request has several values of the key?",
    decision: "It does not match, negated or not, with IfExists or without; a list of one value is that value. Null only asks whether there are values.",
    reason: "AWS says that the result is undefined; another engine answers the same.",
  },
  {
    id: "unreadable-request-value",
    question: "What if the request's value cannot be read by the operator: no number, date, address, ARN, Base64, true or false?",
    decision: "That value does not match, negated operators included.",
    reason: "Seen with the policy simulator for ARN operators; taken to hold for the other families.",
  },
  {
    id: "unreadable-policy-value",
    question: "What if the policy's value cannot be read by the operator?",
    decision: "It is equal to nothing: a positive operator does not match by it, a negated one is not stopped by it.",
    reason: "AWS refuses to store most of these; a variable without value behaves so.",
  },
  {
    id: "short-arn-in-condition",
    question: "What does a value of an ARN operator with fewer than six fields match?",
    decision: "`*` alone matches every ARN; any other matches nothing. Wildcards stay inside their field, the sixth takes the rest.",
    reason: "The operators page: \"Each of the six colon-delimited components of the ARN is checked separately\".",
  },
  {
    id: "variable-in-arn-condition",
    question: "Does a colon in the value of a variable separate fields in an ARN operator?",
    decision: "Yes: variables are replaced first, then the six fields are compared, so that `${aws:SourceArn}` alone may stand for a whole ARN.",
    reason: "The page on variables: \"When the policy is evaluated, the policy variables are replaced with values\"; the operators page says nothing.",
  },
  {
    id: "year-or-epoch",
    question: "Is a date of digits only a year or seconds since 1970?",
    decision: "Four digits are a year; any other number of digits are seconds. A date without time zone is UTC; fractions count to the millisecond, further digits are dropped.",
    reason: "The operators page allows both forms and does not tell them apart.",
  },
  {
    id: "bool-spelling",
    question: "Does the case of `true` and `false` matter for Bool and Null?",
    decision: "No. Anything else is unreadable.",
    reason: "AWS's own policies spell them in several ways.",
  },
  {
    id: "variable-in-bool",
    question: "May a value of Bool be a policy variable?",
    decision: "Yes.",
    reason: "The operators page: \"Policy variables – Supported\". The page on variables says that they cannot be used with Boolean operators.",
  },
  {
    id: "binary-padding",
    question: "Are two Base64 texts of the same bytes equal for BinaryEquals?",
    decision: "Yes: padding is optional and unused bits of the last character are ignored.",
    reason: "The operators page: values are compared \"byte for byte\" after decoding.",
  },
  {
    id: "mapped-ipv4",
    question: "Is an IPv4 address written as IPv6 (`::ffff:192.0.2.1`) an IPv4 address?",
    decision: "No. A range whose address has bits beyond its prefix is the range of its prefix. The request's value is one address, without prefix.",
    reason: "The operators page says nothing.",
  },
  {
    id: "ipv6-default-prefix",
    question: "How long is the prefix of an IPv6 address that is given without one?",
    decision: "128 bits: it is that address.",
    reason: "The operators page: \"IAM uses the default prefix value of /32\", which is one address of IPv4 only.",
  },
  {
    id: "leading-zeros",
    question: "Is `192.0.2.01` an IPv4 address?",
    decision: "No: some read such a number as octal, so it is unreadable. A prefix such as `/08` is 8.",
    reason: "The operators page names RFC 4632, which has no leading zeros and does not forbid them.",
  },
  {
    id: "null-qualified",
    question: "What do IfExists, ForAllValues and ForAnyValue do on Null?",
    decision: "Nothing: it stays Null.",
    reason: "The operators page excludes IfExists; it says nothing on the others.",
  },
  {
    id: "empty-text-of-a-set",
    question: "What is a key whose only value is the empty text?",
    decision: "For ForAllValues and ForAnyValue an empty set: the one is true, the other false, also with IfExists. For all other operators, Null included, the empty text is a value like others.",
    reason: "The operators page: ForAllValues is true \"if the context key value resolves to a null dataset, such as an empty string\", which Null with `false` is to prevent. AWS's samples compare s3:prefix with the empty text, and ask for `?*` besides Null where a tag must not be empty.",
  },
  {
    id: "variable-of-several-values",
    question: "What is the value of a variable whose key has several values in the request?",
    decision: "None; its default counts if it has one.",
    reason: "The page on variables: only single-valued keys can be used.",
  },
  {
    id: "variable-default-empty",
    question: "Which value has a variable whose key is there with the empty text?",
    decision: "The empty text; the default is only for a key that is absent.",
    reason: "The page on variables: the default is used \"if the value is not present in the request context\".",
  },
  {
    id: "variable-default-wildcard",
    question: "Are `*` and `?` in the default of a variable wildcards?",
    decision: "No, nor are they in its value.",
    reason: "The page on variables says so of values only.",
  },
  {
    id: "unknown-variable",
    question: "When is a text with a variable whose key is not known an unknown match? (Ours, not AWS's.)",
    decision: "When it matches with each such variable taken as `*`; otherwise no value could make it match, and the answer is no.",
    reason: "It keeps statements on other resources out of the answer.",
  },
  {
    id: "unknown-variable-form",
    question: "What does `${…}` mean that is neither a key, nor a key with a default, nor an escape?",
    decision: "It is plain text, but in a Resource its colons do not separate fields, and where it has one in the first five fields the pattern matches nothing. Braces do not nest: in `${a:b${c:d}` only `${c:d}` is one.",
    reason: "AWS says only what the forms are.",
  },
  {
    id: "wildcard-principal-limits",
    question: "Is a grant to `*` in a resource policy of the same account limited by an implicit deny in the boundary or session policy?",
    decision: "No, whatever its conditions.",
    reason: "The Principal page on `*` with Allow: \"For IAM users and role principals within your account, no other permissions are required\"; the evaluation page says it for `*` with a condition on aws:PrincipalArn.",
  },
  {
    id: "not-principal-completeness",
    question: "Whom must a NotPrincipal list to leave a caller alone?",
    decision: "All that the caller is. A user: its ARN and its account. A role session: its own ARN where that is known, the role's and the account. A federated user session: its ARN, its user's and the account. The root user: its account. A service: one of its names. A token or assertion: its provider.",
    reason: "The NotPrincipal page's examples list all of them, and say that access may be denied otherwise; not that it always is.",
  },
  {
    id: "not-principal-allow",
    question: "What does NotPrincipal with Allow grant?",
    decision: "It grants as `*` does to every caller none of whose principals is listed.",
    reason: "The page calls it deny-only now; stored policies may still hold it.",
  },
  {
    id: "wildcard-of-type",
    question: "Do `{\"Service\": \"*\"}` and `{\"Federated\": \"*\"}` mean everyone of that type?",
    decision: "Yes. `*` and `{\"AWS\": \"*\"}` mean every caller, also services, federated and anonymous ones.",
    reason: "AWS only says that `*` and `{\"AWS\": \"*\"}` are the same, and that a service principal in an IAM policy \"can't be\" `*`; stored policies may still hold it.",
  },
  {
    id: "principal-element-elsewhere",
    question: "What does Principal or NotPrincipal mean in a policy that must not have it?",
    decision: "In identity policies, boundaries, session policies, SCPs it is not looked at; in RCPs neither, since it is always `*`.",
    reason: "AWS refuses to store it.",
  },
  {
    id: "missing-element",
    question: "What does a statement match that lacks an element?",
    decision: "Without Action and NotAction nothing. Without Resource and NotResource every resource (a trust policy has none). Without Principal and NotPrincipal nothing in resource and endpoint policies.",
    reason: "AWS refuses to store most of these.",
  },
  {
    id: "rcp-allow",
    question: "What does an Allow in an RCP do?",
    decision: "Nothing: RCPFullAWSAccess is attached everywhere and cannot be detached.",
    reason: "The page on RCP syntax: customers' RCPs are Deny only.",
  },
  {
    id: "unowned-resource-account",
    question: "Who owns a resource whose ARN names no account, when the request does not say?",
    decision: "The principal's account; with a principal that has none, no account: then the request counts as one from another account.",
    reason: "Most requests are of this kind; a caller that knows better says so.",
  },
  {
    id: "session-without-issuer-path",
    question: "Which role is behind a session whose issuer is not known?",
    decision: "The role of that name without a path; it is service-linked if its name begins with `AWSServiceRoleFor`.",
    reason: "The ARN of a session drops the path; the beginning of the name is reserved.",
  },
  {
    id: "scp-exempt-tasks",
    question: "Which actions are the tasks that SCPs do not restrict?",
    decision: "`awis:*` and `mechanicalturk:*` for everyone; `supportplans:*` for the root user. The other tasks have no IAM action.",
    reason: "The SCP page names tasks, not actions.",
  },
  {
    id: "get-session-token",
    question: "Whom does `sts:GetSessionToken` need no permission of, and can a policy deny it?",
    decision: "Users and the root user need none and cannot be denied it, by no kind of policy; sessions cannot call it, whatever the policies say. `sts:GetCallerIdentity` is allowed to every principal of an account.",
    reason: "The page \"Permissions for GetSessionToken\" speaks of users and says \"You cannot use policies to control authentication operations\"; a sample policy of AWS all the same spares it from a Deny.",
  },
  {
    id: "root-assume-role",
    question: "Can the root user assume a role that trusts it?",
    decision: "No, whatever the policies say.",
    reason: "Older copies of the STS page on AssumeRole: \"You cannot use AWS account root user credentials to call AssumeRole\"; the page of 2026 says nothing. The IAM User Guide compares who calls it: an IAM user, or a role with its temporary credentials.",
  },
  {
    id: "cross-account-without-resource-policy",
    question: "Which actions work across accounts without a resource policy?",
    decision: "`sts:AssumeRoot`, and of Organizations what any account asks about itself: `AcceptHandshake`, `DeclineHandshake`, `DescribeHandshake`, `DescribeEffectivePolicy`. What a delegated administrator of a service may read is not known to be: it needs the delegation policy here.",
    reason: "The pages ask for a permission of the caller alone: the member account has no policy to give it, and an invited account is in no delegation policy. Other services may have such actions.",
  },
  {
    id: "mandatory-resource-policy",
    question: "Which services insist on the resource policy inside one account?",
    decision: "Role trust policies and KMS key policies.",
    reason: "The page on cross-account resource access names these and says that there may be others.",
  },
  {
    id: "beyond-policies",
    question: "What else decides in AWS that is not looked at?",
    decision: "KMS grants, S3 access control lists and Block Public Access, CloudFront's origin access identities, the operations of IAM that sessions from GetFederationToken or GetSessionToken cannot call by the API, quotas, the state of the resource.",
    reason: "These are not policies; a request does not say whether it comes from the console, where such sessions may.",
  },
];
