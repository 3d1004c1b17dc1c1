import type { Aws } from "../../aws/index.ts";
import { explainAwsError } from "../../aws/index.ts";
import { type Check, fail, type Finding, ok } from "../check.ts";

/** Longer than this nobody waits for an answer; retries would go on for minutes. */
const PATIENCE_MILLIS = 15_000;

/** One cheap call for each service that landfall talks to. Any answer will do, a refusal too: somebody is there. */
const SERVICES: Readonly<Record<string, (aws: Aws) => Promise<unknown>>> = {
  "sts": async (aws) => (await aws.sts()).getCallerIdentity({}),
  "organizations": async (aws) => (await aws.organizations()).describeOrganization({}),
  "tag": async (aws) => (await aws.tagging()).getResources({ ResourcesPerPage: 1 }),
  "ssm": async (aws) => (await aws.ssm()).getParameter({ Name: "/landfall/lock" }),
  "iam": async (aws) => (await aws.iam()).getRole({ RoleName: "landfall-plan" }),
};

/** Every service that landfall talks to answers. */
export const endpoints: Check = {
  name: "endpoints",
  needs: ["credentials"],
  async run({ aws }) {
    const tried = await Promise.all(Object.entries(SERVICES).map(([service, ask]) => reach(service, ask(aws))));
    const silent = tried.filter((finding) => finding !== undefined);
    return silent.length > 0 ? silent : [ok(`${Object.keys(SERVICES).join(", ")} answer`)];
  },
};

/** Why a service does not answer; undefined when it does. */
async function reach(service: string, call: Promise<unknown>): Promise<Finding | undefined> {
  const late = new Promise<"late">((resolve) => {
    setTimeout(() => resolve("late"), PATIENCE_MILLIS).unref();
  });
  const answer = await Promise.race([call.then(() => "answered" as const, (error: unknown) => error), late]);
  const fix = "Check the network, proxies, VPC endpoints, and --endpoint-url if you gave one.";
  if (answer === "late") return fail(`${service} does not answer within ${PATIENCE_MILLIS / 1000} s`, fix);
  const unreachable = explainAwsError(answer)?.diagnostics.find(({ code }) => code === "LF7004");
  return unreachable === undefined ? undefined : fail(unreachable.summary.replace(/\.$/, ""), fix);
}
