import { describe, expect, it } from "vitest";
import { loadCatalog } from "./catalog/index.ts";
import { lintPolicyText } from "./lint.ts";

const catalog = await loadCatalog();

/** Each statement begins on a line of its own, the first on line 4, in column 5. */
const policy = (...statements: string[]): string => ["{", '  "Version": "2012-10-17",', '  "Statement": [', ...statements.map((statement) => `    ${statement}`), "  ]", "}"].join("\n");
const deny = (rest: string): string => policy(`{ "Effect": "Deny", ${rest} }`);

interface Case {
  readonly what: string;
  readonly kind: "scp" | "rcp";
  readonly text: string;
  /** Place, code, severity, fix, and where there is one the text to write instead. */
  readonly told: readonly (readonly string[])[];
}

const CASES: readonly Case[] = [
  {
    what: "an unknown action",
    kind: "scp",
    text: deny('"Action": "s3:GetObjet", "Resource": "*"'),
    told: [["4:35-4:48", "LF3042", "warning", "Correct the name of the action.", "s3:GetObject"]],
  },
  {
    what: "an unknown service",
    kind: "scp",
    text: deny('"Action": "organizationz:LeaveOrganization", "Resource": "*"'),
    told: [["4:35-4:68", "LF3042", "warning", "Correct the name of the service.", "organizations"]],
  },
  {
    what: "an unknown operator",
    kind: "scp",
    text: deny('"Action": "s3:*", "Resource": "*", "Condition": { "StringEqual": { "aws:PrincipalOrgID": "o-abcdefghij" } }'),
    told: [["4:75-4:88", "LF3030", "error", 'Write "StringEquals".', "StringEquals"]],
  },
  {
    what: "an unknown key",
    kind: "scp",
    text: deny('"Action": "s3:*", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipleArn": "arn:aws:iam::*:role/a" } }'),
    told: [["4:88-4:106", "LF3043", "warning", "Correct the name of the key.", "aws:PrincipalArn"]],
  },
  {
    what: "an action on a resource of another type",
    kind: "scp",
    text: deny('"Action": "lambda:CreateFunctionUrlConfig", "Resource": "arn:aws:lambda:*:*:function/*"'),
    told: [["4:35-4:67", "LF3044", "warning", 'Name a resource as in "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}".']],
  },
  {
    what: "an action without resource type on a resource",
    kind: "scp",
    text: deny('"Action": "s3:ListAllMyBuckets", "Resource": "arn:aws:s3:::*"'),
    told: [["4:35-4:56", "LF3044", "warning", 'Move the action into a statement with "Resource": "*".']],
  },
  {
    what: "a principal in an SCP",
    kind: "scp",
    text: deny('"Principal": "*", "Action": "s3:*", "Resource": "*"'),
    told: [["4:25-4:36", "LF3017", "error", "Remove it; name principals with the condition key aws:PrincipalArn."]],
  },
  {
    what: "an RCP that allows",
    kind: "rcp",
    text: policy('{ "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" }'),
    told: [["4:17-4:24", "LF3021", "error", "Say what to deny, or remove the statement."]],
  },
  {
    what: "an RCP for some principals",
    kind: "rcp",
    text: deny('"Principal": { "AWS": "*" }, "Action": "s3:*", "Resource": "*"'),
    told: [["4:38-4:52", "LF3024", "error", 'Write "Principal": "*" and name principals with condition keys such as aws:PrincipalArn.', "*"]],
  },
  {
    what: "an RCP for every action",
    kind: "rcp",
    text: deny('"Principal": "*", "Action": "*", "Resource": "*"'),
    told: [["4:53-4:56", "LF3027", "error", 'Name the services, as in "s3:*".']],
  },
  {
    what: "an RCP with NotAction",
    kind: "rcp",
    text: deny('"Principal": "*", "NotAction": "s3:*", "Resource": "*"'),
    told: [["4:5-4:81", "LF3018", "error", "Add Action."], ["4:43-4:54", "LF3017", "error", "List the actions with Action."]],
  },
  {
    what: "a service that RCPs do not cover",
    kind: "rcp",
    text: deny('"Principal": "*", "Action": ["s3:*", "sns:Publish"], "Resource": "*"'),
    told: [["4:62-4:75", "LF3038", "warning", "Use an SCP, or remove the actions."]],
  },
  {
    what: "too many characters after minifying",
    kind: "scp",
    text: deny(`"Action": "s3:*", "Resource": "arn:aws:s3:::${"a".repeat(10_200)}"`),
    told: [["1:1-6:2", "LF3050", "error", "Join statements, shorten lists with wildcards, or split the policy."]],
  },
  {
    what: "a comment",
    kind: "scp",
    text: policy("// only Europe", '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }'),
    told: [["4:5-4:19", "LF3002", "error", "Remove the comment; a Sid can carry a name."]],
  },
  {
    what: "a placeholder left in",
    kind: "scp",
    text: deny('"Action": "s3:*", "Resource": "arn:aws:s3:::<my-bucket>/*"'),
    told: [["4:55-4:83", "LF3037", "warning", "Write the value that is meant."]],
  },
  {
    what: "an operator in odd capitals",
    kind: "scp",
    text: deny('"Action": "s3:*", "Resource": "*", "Condition": { "stringequals": { "aws:PrincipalOrgID": "o-abcdefghij" } }'),
    told: [["4:75-4:89", "LF3031", "error", 'Write "StringEquals".', "StringEquals"]],
  },
  {
    what: "a redundant statement",
    kind: "scp",
    text: policy('{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" },', '{ "Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*" }'),
    told: [["5:5-5:71", "LF3051", "warning", "Remove it, or say what it was meant for."]],
  },
  {
    what: "an unreachable statement",
    kind: "scp",
    text: policy('{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" },', '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }'),
    told: [["5:5-5:69", "LF3051", "warning", "Remove it, or say what it was meant for."]],
  },
];

describe("what is told of a policy", () => {
  it.each(CASES)("with $what: the place, the code and the way to mend it", ({ kind, text, told }) => {
    const found = lintPolicyText(text, kind, catalog).map(({ at, code, severity, fix, suggestion }) => [`${at?.line}:${at?.column}-${at?.endLine}:${at?.endColumn}`, code, severity, fix, ...(suggestion === undefined ? [] : [suggestion])]);
    expect(found).toEqual(told);
  });

  it("is nothing once it is mended", () => {
    for (const { what, kind, text } of CASES) {
      const suggestion = lintPolicyText(text, kind, catalog)[0]?.suggestion;
      if (suggestion === undefined || what === "an unknown service") continue;
      const { at } = lintPolicyText(text, kind, catalog)[0] ?? {};
      const lines = text.split("\n");
      const line = lines[(at?.line ?? 1) - 1] ?? "";
      lines[(at?.line ?? 1) - 1] = `${line.slice(0, (at?.column ?? 1) - 1)}"${suggestion}"${line.slice((at?.endColumn ?? 1) - 1)}`;
      expect(lintPolicyText(lines.join("\n"), kind, catalog), what).toEqual([]);
    }
  });
});
