import { LandfallError } from "../diagnostics/index.ts";
import type { Invocation } from "./command.ts";

/**
 * Where AWS is asked instead of at AWS; undefined where nothing says so. An empty variable says nothing.
 * @throws LandfallError LF9008 when it is no URL, named by the flag or the variable that says it.
 */
export function endpointOf(flags: Invocation["flags"], env: Invocation["terminal"]["env"]): string | undefined {
  const flag = flags.text("endpointUrl");
  const url = flag ?? (env["AWS_ENDPOINT_URL"] === "" ? undefined : env["AWS_ENDPOINT_URL"]);
  if (url === undefined || isHttp(url)) return url;
  const source = flag === undefined ? "AWS_ENDPOINT_URL" : "--endpoint-url";
  throw new LandfallError(
    { code: "LF9008", severity: "error", summary: `${source} is no URL: ${JSON.stringify(url)}.`, detail: "AWS was not asked.", fix: `Give it the form http://HOST:PORT${flag === undefined ? ", or unset it to ask AWS itself:\n\n  unset AWS_ENDPOINT_URL" : "."}` },
    "usage",
  );
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
