import type { Expectation } from "../../organization/index.ts";
import type { AccessModel } from "../model.ts";
import { OPEN } from "../decide.ts";
import type { ActionIndex } from "../space/index.ts";
import { type AccountClass, classesIn } from "./accounts.ts";
import { joined } from "./joined.ts";
import { proveCannot } from "./cannot.ts";
import type { Proof } from "./model.ts";
import { askersNamed } from "./who.ts";

/** What one account may do in another where the policy of a resource lets it in. */
export const REACHES: readonly string[] = [
  "sts:AssumeRole", "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket", "kms:Decrypt", "secretsmanager:GetSecretValue", "ssm:GetParameter",
  "sqs:ReceiveMessage", "sqs:SendMessage", "sns:Publish", "lambda:InvokeFunction", "dynamodb:GetItem", "dynamodb:PutItem", "kinesis:GetRecords", "kinesis:PutRecord",
  "ecr:BatchGetImage", "events:PutEvents", "execute-api:Invoke", "elasticfilesystem:ClientMount", "es:ESHttpGet", "states:StartExecution",
];

/** Whether nobody in one of some places can reach into another, even where the resource there lets everybody in. */
export function proveIsolated(model: AccessModel, index: ActionIndex, expectation: Expectation, keys: ReadonlySet<string>): Proof {
  const places = (expectation.isolated ?? []).map((place) => ({ place, classes: classesIn(model, keys.has(place) ? { accounts: [place] } : { ous: [place] }) }));
  const proofs = places.flatMap((from) => places.filter((to) => to !== from).flatMap((to) => from.classes.flatMap((home) => to.classes.map(({ account }) => between(model, index, expectation, home, account)))));
  return joined(proofs);
}

function between(model: AccessModel, index: ActionIndex, expectation: Expectation, home: AccountClass, into: AccountClass["account"]): Proof {
  const askers = askersNamed(model, home.account, expectation.who ?? ["administrator"]).map((asker) => ({ ...asker, resourcePolicy: OPEN }));
  return proveCannot(model, index, { expectation, actions: REACHES, askers, home, into });
}
