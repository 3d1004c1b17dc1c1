import { lockHolder } from "../../apply/index.ts";
import { type Check, ok, warn } from "../check.ts";

/** Whether a run is at work, or left its lock behind. */
export const lock: Check = {
  name: "lock",
  needs: ["management"],
  async run({ aws }) {
    const hold = await lockHolder(aws);
    if (hold === undefined) return [ok("nobody holds it")];
    const { holder, run, since, until } = hold;
    const isOver = Date.parse(until) <= aws.clock.now();
    if (isOver) return [warn(`left behind by ${holder}, run ${run}, since ${since}; its lease has ended, and the next apply takes it over`, "landfall unlock")];
    return [warn(`held by ${holder}, run ${run}, since ${since}, until ${until}: nobody else can apply now`, "Wait for it, or if that run is surely dead:\nlandfall unlock")];
  },
};
