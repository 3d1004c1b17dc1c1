import { discover, type Discovered } from "../config/index.ts";
import type { Setting } from "../doctor/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import type { Flags } from "./flags.ts";
import type { CheckedFile } from "./organization-file.ts";
import { colorOrigin, type Terminal } from "./terminal.ts";

type Env = Terminal["env"];

const FILE_ORIGINS: Readonly<Record<Discovered["origin"], string>> = {
  flag: "--config",
  environment: "LANDFALL_CONFIG",
  search: "found in this folder or above",
};

/** The organization file that is read, and who named it. */
export const fileSetting = (file: string, origin: Discovered["origin"]): Setting => ({ name: "organization file", value: file, origin: FILE_ORIGINS[origin] });

/** One setting as a line of a log. */
export const settingLine = ({ name, value, origin }: Setting): string => `${name}: ${value} (${origin})`;

/** Which AWS is asked, and as whom, with what decided it. */
export function sessionSettings(flags: Flags, env: Env): Setting[] {
  if (flags.on("local")) return [{ name: "AWS", value: "the embedded one", origin: "--local" }];
  const role = flags.text("role");
  return [
    chosen("AWS", [[flags.text("endpointUrl"), "--endpoint-url"], [env["AWS_ENDPOINT_URL"], "AWS_ENDPOINT_URL"]], "AWS itself"),
    chosen("profile", [[flags.text("profile"), "--profile"], [env["AWS_PROFILE"], "AWS_PROFILE"]], "default"),
    ...(role === undefined ? [] : [{ name: "role", value: role, origin: "--role" }]),
  ];
}

/** Every setting that decides what a command does, in the order in which one looks for a mistake. */
export function settingsOf(flags: Flags, terminal: Terminal, checked: CheckedFile | undefined): Setting[] {
  const { env, outStyle, interactive, automated } = terminal;
  const declared = checked?.organization?.homeRegion;
  const asking = interactive ? "a terminal is there" : flags.raw("input") === false ? "--no-input" : automated ? "CI" : "no terminal is there";
  return [
    ...fileSettings(flags, terminal, checked),
    chosen("home Region", [[flags.text("homeRegion"), "--home-region"], [declared, "the organization file"], [env["AWS_REGION"], "AWS_REGION"], [env["AWS_DEFAULT_REGION"], "AWS_DEFAULT_REGION"]], "not known"),
    ...sessionSettings(flags, env),
    { name: "color", value: outStyle.color ? "on" : "off", origin: colorOrigin(flags.raw("color"), env) },
    { name: "questions", value: interactive ? "asked" : "never asked", origin: asking },
  ];
}

/** A file that is not found is told of by the doctor's own check. */
function fileSettings(flags: Flags, { cwd, env }: Terminal, checked: CheckedFile | undefined): Setting[] {
  if (checked === undefined) return [];
  try {
    return [fileSetting(checked.file, discover({ flag: flags.text("config"), cwd, env }).origin)];
  } catch (error) {
    if (error instanceof LandfallError) return [];
    throw error;
  }
}

/** The first value that somebody gave; an empty one is none. */
function chosen(name: string, given: readonly (readonly [value: string | undefined, origin: string])[], otherwise: string): Setting {
  const [value = otherwise, origin = "default"] = given.find(([text]) => text !== undefined && text !== "") ?? [];
  return { name, value, origin };
}
