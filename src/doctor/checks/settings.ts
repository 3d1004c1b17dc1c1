import { type Check, ok } from "../check.ts";

/** What is in effect, and who decided it: flag, environment, file or default. */
export const settings: Check = {
  name: "settings",
  needs: [],
  run: async ({ input }) => (input.settings ?? []).map(({ name, value, origin }) => ok(`${name} ${value} (${origin})`)),
};
