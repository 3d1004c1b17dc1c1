import { describe, expect, it } from "vitest";
import type { Imported } from "../importer.ts";
import { folderWith, importSmall, leftOf, SMALL } from "./testing/configuration.ts";
import { importLza } from "./lza.ts";

const regionsOf = ({ organization: { homeRegion, regions } }: Imported): unknown => [homeRegion, regions];
const importGlobal = (text: string, more: Record<string, string> = {}): Promise<Imported> => importSmall({ "global-config.yaml": text, ...more });

describe("Regions of a Landing Zone Accelerator configuration", () => {
  it("are the home Region and the enabled ones, each once", async () => {
    expect(regionsOf(await importGlobal("homeRegion: &HOME eu-west-1\nenabledRegions:\n  - us-east-1\n  - *HOME\n"))).toEqual(["eu-west-1", ["eu-west-1", "us-east-1"]]);
  });

  it("include the home Region even where it is not enabled", async () => {
    expect(regionsOf(await importGlobal("homeRegion: us-gov-west-1\nenabledRegions: [us-gov-east-1]\n"))).toEqual(["us-gov-west-1", ["us-gov-west-1", "us-gov-east-1"]]);
  });

  it("are filled in from replacements-config.yaml, unquoted", async () => {
    const more = { "replacements-config.yaml": "globalReplacements:\n  - {key: Home, type: String, value: eu-west-1}\n  - {key: All, type: StringList, value: [eu-west-1, eu-north-1]}\n" };
    expect(regionsOf(await importGlobal("homeRegion: {{Home}}\nenabledRegions: [{{All}}]\n", more))).toEqual(["eu-west-1", ["eu-west-1", "eu-north-1"]]);
  });

  it("that nothing gives a value to are listed, and the usual home Region is assumed with a note", async () => {
    const imported = await importGlobal("homeRegion: {{Home}}\nenabledRegions: [{{All}}, eu-north-1, mars]\n");
    expect(regionsOf(imported)).toEqual(["us-east-1", ["us-east-1", "eu-north-1"]]);
    expect(leftOf(imported, "setting")).toEqual([
      "homeRegion: nothing in the configuration gives a value to `{{Home}}`",
      "enabledRegions: nothing in the configuration gives a value to `{{All}}`",
    ]);
    expect(imported.notes.map(({ text }) => text)).toEqual(["Nothing names the home Region; us-east-1 is assumed. Correct `homeRegion` if it is another."]);
  });

  it("come from the network configuration where global-config.yaml is missing", async () => {
    const { "global-config.yaml": _, ...rest } = SMALL;
    const imported = await importLza(folderWith({ ...rest, "network-config.yaml": "homeRegion: &HOME_REGION cn-north-1\n" }));
    expect(regionsOf(imported)).toEqual(["cn-north-1", ["cn-north-1"]]);
    expect(imported.notes.map(({ text }) => text)).toEqual(["No global-config.yaml names the home Region; cn-north-1 is taken from the network configuration."]);
  });
});
