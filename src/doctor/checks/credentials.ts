import { type Check, ok, warn } from "../check.ts";

/** The credentials work, and are not those of a root user. */
export const credentials: Check = {
  name: "credentials",
  needs: [],
  async run(scope) {
    if (scope.input.aws === undefined) return [{ status: "skip", text: "not tried: no Region is known" }];
    const { arn } = await scope.caller();
    if (arn.endsWith(":root")) return [warn(`${arn}, the root user, whom no policy can limit`, "Use a role:\nlandfall bootstrap")];
    return [ok(arn)];
  },
};
