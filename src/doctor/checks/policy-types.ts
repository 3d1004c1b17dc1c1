import { expand } from "../../inventory/index.ts";
import { policyTypeFacts } from "../../limits/index.ts";
import { type Check, ok, warn } from "../check.ts";

/** The policy types that the file needs are on. */
export const policyTypes: Check = {
  name: "policy types",
  needs: ["file", "organization"],
  async run(scope) {
    const declared = scope.input.file?.organization;
    const needed = declared === undefined ? [] : [...expand(declared).values()].flatMap((item) => (item.kind === "policy-type" ? [item.policyKind] : []));
    const { PolicyTypes = [] } = (await scope.root()) ?? {};
    const isOn = (type: string): boolean => PolicyTypes.some(({ Type, Status }) => Type === type && Status === "ENABLED");
    const off = needed.filter((kind) => !isOn(policyTypeFacts(kind).type));
    if (off.length > 0) return [warn(`not enabled yet: ${off.join(", ")}; the plan enables them`, "landfall plan")];
    return [ok(needed.length === 0 ? "the file needs none" : `enabled: ${needed.join(", ")}`)];
  },
};
