#!/usr/bin/env node
import { runCommandLine } from "./run.ts";

// The SDK warns about Node 20 once per process; which Node versions landfall supports is for its package.json to say.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
process.exitCode = await runCommandLine(process.argv.slice(2));
