import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../policy/index.ts";
import { CHANGING_ACTIONS } from "./changing-actions.ts";
import { READING_ACTIONS, STARTS_READING } from "./reading-actions.ts";

const catalog = await loadCatalog();

/** What a pattern means among the actions that AWS has. */
function matches(pattern: string): readonly { readonly action: string; readonly access: string }[] {
  const [prefix = "", name = ""] = pattern.split(":");
  const expression = new RegExp(`^${name.replaceAll("*", ".*")}$`, "i");
  return [...(catalog.service(prefix)?.actions.values() ?? [])].filter(({ action }) => expression.test(action.slice(prefix.length + 1)));
}

const isReading = ({ access }: { readonly access: string }): boolean => access === "read" || access === "list";

describe("The lists of actions", () => {
  it("let people read by actions that change nothing, but for those that start a reading", () => {
    const changing = READING_ACTIONS.flatMap(matches).filter((action) => !isReading(action)).map(({ action }) => action);
    expect(new Set(changing)).toEqual(new Set([...STARTS_READING.filter((name) => matches(name).some((action) => !isReading(action))), "sts:DecodeAuthorizationMessage"]));
  });

  it("let nobody read data by them", () => {
    const data = ["s3:GetObject", "dynamodb:GetItem", "dynamodb:Query", "secretsmanager:GetSecretValue", "ssm:GetParameter", "kinesis:GetRecords", "sqs:ReceiveMessage", "kms:Decrypt"];
    expect(READING_ACTIONS.flatMap(matches).map(({ action }) => action).filter((action) => data.includes(action))).toEqual([]);
  });

  it("take from others in production only what changes something", () => {
    expect(CHANGING_ACTIONS.flatMap(matches).filter(isReading)).toEqual([]);
  });

  it("hold no pattern that means nothing", () => {
    expect([...READING_ACTIONS, ...CHANGING_ACTIONS].filter((pattern) => matches(pattern).length === 0)).toEqual([]);
  });
});
