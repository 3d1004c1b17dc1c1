/** A program that writes without end and says what was acknowledged, until it is killed: `endless-writer DIR FIRST`. */
import { writeSync } from "node:fs";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { openEmulator } from "../index.ts";

const [dir, first] = process.argv.slice(2);
const { credentials, requestHandler } = await openEmulator({ dir });
const ssm = new SSMClient({ region: "us-east-1", credentials, requestHandler, maxAttempts: 1 });
for (let n = Number(first); ; n++) {
  await ssm.send(new PutParameterCommand({ Name: `/slot/${n % 5}`, Value: String(n), Type: "String", Overwrite: true }));
  writeSync(1, `${n}\n`);
}
