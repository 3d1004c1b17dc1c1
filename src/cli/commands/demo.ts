import { BLUEPRINTS } from "../../blueprints/index.ts";
import type { Command } from "../command.ts";

export const demoCommand: Command = {
  name: "demo",
  summary: "Do the main job once on a throw-away embedded AWS: check, plan, apply, plan again, show.",
  description: "Needs no AWS account and no credentials, and leaves nothing behind.",
  flags: [{ flags: "--blueprint <name>", description: "the organization to make; default: full", group: "What", choices: BLUEPRINTS.map(({ name }) => name) }],
  examples: [
    { command: "landfall demo", says: "the full structure" },
    { command: "landfall demo --blueprint smb-starter", says: "the small one" },
    { command: "landfall demo --blueprint five-account", says: "the one of five accounts" },
  ],
  load: () => import("../actions/demo.ts"),
};
