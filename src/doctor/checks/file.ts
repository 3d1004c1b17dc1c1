import { isError } from "../../diagnostics/index.ts";
import { type Check, fail, ok, warn } from "../check.ts";

/** The organization file loads, and a check of it finds nothing that stops a plan. */
export const file: Check = {
  name: "file",
  needs: [],
  async run({ input }) {
    if (input.file === undefined) {
      const { summary, fix } = input.fileProblem ?? { summary: "There is no organization file.", fix: "landfall init" };
      return [fail(summary.replace(/\.$/, ""), fix, "usage")];
    }
    const { name, diagnostics, organization } = input.file;
    const errors = diagnostics.filter(isError);
    const [first] = errors;
    if (first !== undefined) return [fail(`${name} has ${errors.length === 1 ? "an error" : `${errors.length} errors`}: ${first.summary.replace(/\.$/, "")} (${first.code})`, "landfall check", organization === undefined ? "usage" : "findings")];
    const warnings = diagnostics.filter(({ severity }) => severity === "warning");
    return [warnings.length === 0 ? ok(`${name} loads`) : warn(`${name} loads, with ${warnings.length} ${warnings.length === 1 ? "warning" : "warnings"}`, "landfall check")];
  },
};
