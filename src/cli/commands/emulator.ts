import type { Command } from "../command.ts";

export const emulatorCommand: Command = {
  name: "emulator",
  summary: "Run the embedded AWS as a server on this machine.",
  description: "A fresh one is a bare management account. It answers the AWS CLI, the SDKs and landfall itself; what it lacks it refuses by name. At the end it says how many calls of each operation there were.",
  flags: [
    { flags: "--port <number>", description: "the port; default: a free one", group: "What" },
    { flags: "--dir <dir>", description: "keep the state in this folder; default: in memory", group: "What" },
    { flags: "--fresh", description: "throw away what the folder holds", group: "What" },
    { flags: "--speed <factor>", description: "run the clock so many times as fast, request rates included; default: 1", group: "What" },
    { flags: "--no-throttles", description: "let calls through however fast they come; landfall then asks as fast as it can", group: "What" },
    { flags: "--accounts <number>", description: "accounts an organization may hold, as if AWS had raised the quota of 10", group: "What" },
    { flags: "--standalone <email>", description: "another account that is in no organization, with this root e-mail address; its key is printed too", group: "What", repeat: true },
    { flags: "--fault <fault>", description: "bring about trouble: name[:parameter][/operations][@rate], for example throttle@0.2", group: "What", repeat: true },
    { flags: "--seed <text>", description: "the same seed gives the same ids and keys, and lets faults meet the same calls; default: another each time", group: "What" },
    { flags: "--log", description: "print each call as it is answered: who asked what, the decision, the error, how long it took", group: "Output" },
  ],
  examples: [
    { command: "landfall emulator --port 4600 --dir aws", says: "on a fixed port, kept between runs" },
    { command: "landfall emulator --speed 60", says: "a minute passes in a second: accounts are there soon" },
    { command: "landfall emulator --fault throttle@0.2 --fault failing-creation:EMAIL_ALREADY_EXISTS@x1 --seed rehearsal --log", says: "with trouble, the same each time, and every call shown" },
  ],
  load: () => import("../actions/emulator.ts"),
};
