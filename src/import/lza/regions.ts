import { partitionOfRegion, type Partition } from "../../ids/index.ts";
import { isRegion } from "../regions.ts";
import type { Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { type LzaConfiguration, otherFile } from "./configuration.ts";
import { holdsTemplate } from "./templates.ts";

export interface Regions {
  readonly homeRegion: string;
  readonly regions: readonly string[];
  readonly partition: Partition;
}

/** Where nothing names a home Region, the one that LZA's own samples use. */
const DEFAULT_HOME_REGION = "us-east-1";

export function readRegions(configuration: LzaConfiguration, tally: Tally): Regions {
  const homeRegion = homeRegionOf(configuration, tally);
  const regions = [...new Set([homeRegion, ...enabledRegions(configuration.global, tally)])];
  const partition = partitionOfRegion(homeRegion)?.partition ?? "aws";
  return { homeRegion, regions, partition };
}

function homeRegionOf(configuration: LzaConfiguration, tally: Tally): string {
  const { global, organization } = configuration;
  const stated = memberOf(global, "homeRegion");
  if (stated !== undefined) {
    const finding = tally.find("setting", "homeRegion", stated.place);
    const text = textOf(global, "homeRegion") ?? "";
    if (isRegion(text)) {
      finding.carry();
      return text;
    }
    finding.leave(whyNoRegion(text), "Set `homeRegion` in the organization file.");
  }
  const network = global === undefined ? otherFile(configuration, "network") : undefined;
  const elsewhere = textOf(network, "homeRegion");
  if (elsewhere !== undefined && isRegion(elsewhere)) {
    tally.note(`No global-config.yaml names the home Region; ${elsewhere} is taken from the network configuration.`, memberOf(network, "homeRegion")?.place);
    return elsewhere;
  }
  tally.assumeHome(`Nothing names the home Region; ${DEFAULT_HOME_REGION} is assumed. Correct \`homeRegion\` if it is another.`, organization.place);
  return DEFAULT_HOME_REGION;
}

function enabledRegions(global: YamlNode | undefined, tally: Tally): string[] {
  const member = memberOf(global, "enabledRegions");
  if (member === undefined) return [];
  const finding = tally.find("setting", "enabledRegions", member.place);
  const texts = member.kind === "list" ? member.items.map((item) => (item.kind === "scalar" ? item.text : "")) : [];
  const wrong = texts.find((text) => !isRegion(text));
  if (wrong === undefined && texts.length > 0) {
    finding.carry();
    return texts;
  }
  finding.leave(wrong === undefined ? "it is no list of Regions" : whyNoRegion(wrong), "Set `regions` in the organization file.");
  return texts.filter(isRegion);
}

const whyNoRegion = (text: string): string => (holdsTemplate(text) ? `nothing in the configuration gives a value to \`${text}\`` : `\`${text}\` is no Region`);
