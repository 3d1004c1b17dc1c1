import { type Aws, awsErrorName } from "../../aws/index.ts";
import type { KeptFingerprint } from "../../plan/index.ts";
import { parametersOf, readTexts } from "./pack.ts";

/** Parameters beside the lock, in the home Region of the management account: the first tells how many there are. */
export const fingerprintName = (index: number): string => `/landfall/fingerprint/${index}`;

/** What reading takes. */
export const FINGERPRINT_ACTIONS: readonly string[] = ["ssm:GetParameters"];

export interface FingerprintRead {
  readonly kept: KeptFingerprint;
  /** The values of the parameters, as far as they are there. */
  readonly texts: readonly (string | undefined)[];
  /** AWS's version of the first parameter; 0 without one. */
  readonly version: number;
}

/** One call reads so many. Source: Systems Manager API Reference, "GetParameters". */
const AT_ONCE = 10;

/** Reads what AWS keeps of the last run, in one call up to some 4,000 accounts. It never throws: nothing rests on it. */
export async function readFingerprint(aws: Aws): Promise<FingerprintRead> {
  try {
    const { values, version } = await readFrom(aws, 0);
    const count = parametersOf(values[0]);
    const starts = Array.from({ length: Math.ceil(count / AT_ONCE) - 1 }, (_, index) => (index + 1) * AT_ONCE);
    const rest = await Promise.all(starts.map((start) => readFrom(aws, start)));
    const texts = [...values, ...rest.flatMap((part) => part.values)].slice(0, count);
    return { kept: readTexts(texts), texts, version };
  } catch (error) {
    return { kept: { state: "not-read", error: awsErrorName(error) }, texts: [], version: 0 };
  }
}

async function readFrom(aws: Aws, start: number): Promise<{ readonly values: (string | undefined)[]; readonly version: number }> {
  const Names = Array.from({ length: AT_ONCE }, (_, index) => fingerprintName(start + index));
  const { Parameters = [] } = await (await aws.ssm()).getParameters({ Names });
  const found = new Map(Parameters.map((parameter) => [parameter.Name, parameter]));
  return { values: Names.map((name) => found.get(name)?.Value), version: found.get(fingerprintName(0))?.Version ?? 0 };
}
