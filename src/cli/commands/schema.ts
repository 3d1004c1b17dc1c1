import type { Command } from "../command.ts";

export const schemaCommand: Command = {
  name: "schema",
  summary: "Print the JSON Schema of the organization file.",
  flags: [],
  examples: [
    { command: "landfall schema > landfall.schema.json", says: "for an editor, beside a JSON or YAML file" },
    { command: "landfall schema | jq '.properties | keys'", says: "what a file can state" },
    { command: "landfall schema > .vscode/landfall.schema.json", says: "where an editor's settings name it" },
  ],
  load: () => import("../actions/schema.ts"),
};
