/** The rooms of `src/`, a row per line. An import goes to a lower row, or to a room named earlier in its own row. */
export const ROWS: readonly (readonly string[])[] = [
  ["ids", "diagnostics", "limits"],
  ["policy", "network", "organization"],
  ["guardrails", "inventory", "access", "blueprints", "review"],
  ["plan"],
  ["config", "import", "aws"],
  ["resources", "baselines", "trail"],
  ["apply", "bootstrap", "doctor", "elevation", "incident", "account-life", "cost", "migration"],
  ["report", "rehearse"],
  ["cli", "console"],
];

/** Rows below this one are pure: values in, values out. */
export const FIRST_IMPURE_ROW = 4;

/** The embedded AWS stands beside the rows: it may know only these rooms, and only these may know it. */
export const EMULATOR = { name: "emulator", knows: ["ids", "diagnostics", "limits", "policy"], knownTo: ["rehearse", "cli"] } as const;

/** Where packages of the SDK may be imported: their values, or their types only. */
export const SDK = { packages: /^@(aws-sdk|smithy|aws-crypto)\//, values: ["aws", "emulator"], types: ["resources", "doctor"] } as const;

export const ROOMS: readonly string[] = [...ROWS.flat(), EMULATOR.name];

/** The room a path belongs to; undefined outside of `src`, and for the files of `src` itself, which are the package's door. */
export function roomOf(path: string): string | undefined {
  const [top, room, ...rest] = path.split("/");
  return top === "src" && rest.length > 0 ? room : undefined;
}

export const rowOf = (room: string): number => ROWS.findIndex((row) => row.includes(room));
