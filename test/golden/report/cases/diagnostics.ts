import type { Diagnostic, Place } from "../../../../src/diagnostics/index.ts";

/** The place of `span` in a source line. */
const place = (file: string, line: number, source: string, span: string): Place => {
  const column = source.indexOf(span) + 1;
  return { file, line, column, endLine: line, endColumn: column + span.length, excerpt: [source] };
};

const FILE = "landfall.config.ts";

const unknownPolicy: Diagnostic = {
  code: "LF2009",
  severity: "error",
  summary: 'OU "Workloads/Prod" attaches policy "regions-guard", which the file does not declare.',
  detail: "Only policies under `policies` can be attached.",
  suggestion: "region-guard",
  fix: "Correct the name, or declare the policy under `policies`.",
  place: place(FILE, 41, '      Prod: { policies: ["regions-guard", "deny-leave"] },', '"regions-guard"'),
};

const noPlace: Diagnostic = {
  code: "LF1001",
  severity: "error",
  summary: "There is no organization file in /home/ana/projects/acme or any folder above it.",
  fix: "Write one:\n\n  landfall init --blueprint smb-starter",
};

const noOwner = (key: string, line: number): Diagnostic => ({
  code: "LF2107",
  severity: "warning",
  summary: `Account "${key}" has no owner.`,
  detail: "Nobody can be asked when something happens in it.",
  fix: "State `owner`.",
  place: place(FILE, line, `        "${key}": { stage: "prod" },`, `"${key}"`),
});

export const oneError: readonly Diagnostic[] = [unknownPolicy];

export const mixed: readonly Diagnostic[] = [
  ...["shop-prod", "shop-dev", "payments-prod", "payments-dev", "crm-prod", "crm-dev", "data-prod"].map((key, index) => noOwner(key, 60 + index)),
  { code: "LF2113", severity: "info", summary: "The organization governs 2 Regions of 17 that are on by default." },
  noPlace,
  unknownPolicy,
  {
    code: "LF7003",
    severity: "error",
    summary: "AWS refused organizations:AttachPolicy for arn:aws:sts::111122223333:assumed-role/landfall-read/ana.",
    detail: "AccessDeniedException: You don't have permissions to access this resource.",
    fix: "Run with the role that may write, or give this one the statement that this prints:\n\n  landfall doctor --print-policy write\n\nThen run it again:\n\n  landfall apply plan.json --role arn:aws:iam::111122223333:role/landfall-write --region eu-west-1",
    address: "attachment:scp/region-guard>ou:Workloads/Prod",
  },
];

export const hostileDiagnostics: readonly Diagnostic[] = [
  {
    code: "LF2001",
    severity: "error",
    summary: "Account \"\u001B[2J\u001B]0;owned\u0007evil\nname\u202E\" is declared twice.",
    detail: "First in 業務システム/本番, then in a place whose name is 🚀 and so on.",
    suggestion: "\u001B[31mevil",
    fix: "Rename \u001B[8mone\u001B[0m of them.",
    place: place("組織/landfall.config.ts", 7, '\t\taccounts: { "支払い-\u001B[31m本番": {}, "支払い-\u001B[31m本番": {} },', '"支払い-\u001B[31m本番"'),
  },
  {
    code: "LF2001",
    severity: "error",
    summary: "A statement far to the right of a minified file is wrong.",
    place: place("policies/minified.json", 1, `{"Version":"2012-10-17","Statement":[${'{"Sid":"Filler","Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"},'.repeat(6)}{"Effect":"Denny"}]}`, '"Denny"'),
  },
  {
    code: "LF2001",
    severity: "error",
    summary: "A statement over several lines has no Action.",
    place: { file: "policies/regions.json", line: 4, column: 5, endLine: 7, endColumn: 6, excerpt: ['    {', '      "Effect": "Deny",', '      "Resource": "*"', "    }"] },
  },
];
