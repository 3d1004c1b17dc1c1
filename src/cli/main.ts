#!/usr/bin/env node
import { VERSION } from "./version.ts";

// The SDK warns about Node 20 once per process; which Node versions landfall supports is for its package.json to say.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
const argv = process.argv.slice(2);
// Installers and scripts ask often: nothing else is loaded for it. A reader that is gone by then is no failure.
if (argv.length === 1 && argv[0] === "--version") process.stdout.on("error", () => {}).write(`${VERSION}\n`);
else process.exitCode = await (await import("./run.ts")).runCommandLine(argv);
