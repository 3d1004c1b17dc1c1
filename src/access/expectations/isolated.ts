import type { Expectation } from "../../organization/index.ts";
import type { AccessModel } from "../model.ts";
import { OPEN } from "../decide.ts";
import type { IndexOf } from "../space/index.ts";
import { type AccountClass, classesIn, classesOf } from "./accounts.ts";
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

/**
 * Whether nobody in one of some places can reach into another, even where the resource there lets everybody in; where the
 * expectation names accounts or OUs, whether nobody from there can reach into the places.
 */
export function proveIsolated(model: AccessModel, indexOf: IndexOf, expectation: Expectation, keys: ReadonlySet<string>): Proof {
  const places = (expectation.isolated ?? []).map((place) => classesIn(model, keys.has(place) ? { accounts: [place] } : { ous: [place] }));
  const sources = expectation.accounts === undefined && expectation.ous === undefined ? undefined : classesOf(model, expectation);
  const ways = places.flatMap((to) => (sources === undefined ? places.filter((from) => from !== to) : [sources]).map((from) => ({ from, to })));
  const proofs = ways.flatMap(({ from, to }) => from.flatMap((home) => to.filter(({ account }) => account !== home.account).map(({ account }) => between(model, indexOf, expectation, home, account))));
  return joined(proofs);
}

function between(model: AccessModel, indexOf: IndexOf, expectation: Expectation, home: AccountClass, into: AccountClass["account"]): Proof {
  const askers = askersNamed(model, home.account, expectation.who ?? ["administrator"]).map((asker) => ({ ...asker, resourcePolicy: OPEN }));
  return proveCannot(model, indexOf, { expectation, actions: REACHES, askers, home, into });
}
