import type { Place } from "../../diagnostics/index.ts";
import type { Partition } from "../../ids/index.ts";
import { isFalse, isTrue, memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { AUDIT_NAME } from "./accounts.ts";

/** What says who administers a service. */
export interface DelegationSources {
  readonly global: YamlNode | undefined;
  readonly security: YamlNode | undefined;
  readonly network: YamlNode | undefined;
  readonly iam: YamlNode | undefined;
  readonly regions: readonly string[];
  readonly partition: Partition;
}

export interface StatedDelegation {
  /** The account's name in LZA; absent when nothing names one. */
  readonly account?: string;
  readonly place: Place;
  /** Why LZA does not delegate although it is stated, or why that is not clear. */
  readonly unless?: string;
}

export interface DelegationRule {
  /** The service principal. */
  readonly service: string;
  /** The call by which the service itself is told its administrator, where it has one. */
  readonly ownCall?: string;
  /** Undefined where the configuration asks for no delegation. */
  state(sources: DelegationSources): StatedDelegation | undefined;
}

const ADMIN = "delegatedAdminAccount";

/** The account that a block names, at the words that name it. */
function named(block: YamlNode | undefined, otherwise: Place): StatedDelegation {
  const account = textOf(block, ADMIN);
  return { place: memberOf(block, ADMIN)?.place ?? otherwise, ...(account === undefined ? {} : { account }) };
}

const unless = (why: string | undefined): Pick<StatedDelegation, "unless"> => (why === undefined ? {} : { unless: why });

/** A service of `centralSecurityServices`, which all have one administrator; it is on when `enable` says so. */
const central = (service: string, key: string, ownCall: string): DelegationRule => ({
  service,
  ownCall,
  state({ security, regions }) {
    const services = memberOf(security, "centralSecurityServices");
    const block = memberOf(services, key);
    const enable = memberOf(block, "enable");
    if (block === undefined || enable === undefined || isFalse(enable)) return undefined;
    return { ...named(services, block.place), ...unless(isTrue(enable) ? whyNowhere(block, regions) : `\`enable\` of ${key} is neither true nor false`) };
  },
});

function whyNowhere(block: YamlNode, regions: readonly string[]): string | undefined {
  const excluded = memberOf(block, "excludeRegions") ?? memberOf(memberOf(block, "deploymentTargets"), "excludedRegions");
  const names = excluded?.kind === "list" ? excluded.items.map((item) => (item.kind === "scalar" ? item.text : "")) : [];
  return regions.every((region) => names.includes(region)) ? "the configuration excludes every Region from the service" : undefined;
}

const ACCESS_ANALYZER: DelegationRule = {
  service: "access-analyzer.amazonaws.com",
  state({ security }) {
    const enable = memberOf(memberOf(security, "accessAnalyzer"), "enable");
    if (enable === undefined || isFalse(enable)) return undefined;
    // Whatever account administers the other services, LZA gives this one to Audit.
    return { account: AUDIT_NAME, place: enable.place, ...unless(isTrue(enable) ? undefined : "`enable` of accessAnalyzer is neither true nor false") };
  },
};

const CONFIG: DelegationRule = {
  service: "config.amazonaws.com",
  state({ security, global }) {
    const aggregation = memberOf(memberOf(security, "awsConfig"), "aggregation");
    if (aggregation === undefined || !isTrue(memberOf(aggregation, "enable")) || memberOf(aggregation, ADMIN) === undefined) return undefined;
    const controlTower = isTrue(memberOf(memberOf(global, "controlTower"), "enable"));
    return { ...named(aggregation, aggregation.place), ...unless(controlTower ? "with Control Tower, LZA leaves the administrator of Config to it" : undefined) };
  },
};

const IDENTITY_CENTER: DelegationRule = {
  service: "sso.amazonaws.com",
  state({ iam, security, partition }) {
    const block = memberOf(iam, "identityCenter");
    if (block === undefined) return undefined;
    const own = memberOf(block, ADMIN) === undefined ? memberOf(security, "centralSecurityServices") : block;
    return { ...named(own, block.place), ...unless(partition === "aws-cn" ? "LZA does not delegate Identity Center in China" : undefined) };
  },
};

const IPAM: DelegationRule = {
  service: "ipam.amazonaws.com",
  ownCall: "ec2:EnableIpamOrganizationAdminAccount",
  state({ network }) {
    const services = memberOf(network, "centralNetworkServices");
    const ipams = memberOf(services, "ipams");
    return ipams?.kind === "list" && ipams.items.length > 0 ? named(services, ipams.place) : undefined;
  },
};

const FIREWALL_MANAGER: DelegationRule = {
  service: "fms.amazonaws.com",
  ownCall: "fms:AssociateAdminAccount",
  state({ network }) {
    const block = memberOf(network, "firewallManagerService");
    return block === undefined ? undefined : named(block, block.place);
  },
};

/** Source: Landing Zone Accelerator on AWS 1.15.5, what its organizations stack registers. */
export const DELEGATION_RULES: readonly DelegationRule[] = [
  ACCESS_ANALYZER,
  central("auditmanager.amazonaws.com", "auditManager", "auditmanager:RegisterOrganizationAdminAccount"),
  CONFIG,
  central("detective.amazonaws.com", "detective", "detective:EnableOrganizationAdminAccount"),
  FIREWALL_MANAGER,
  central("guardduty.amazonaws.com", "guardduty", "guardduty:EnableOrganizationAdminAccount"),
  IPAM,
  central("macie.amazonaws.com", "macie", "macie2:EnableOrganizationAdminAccount"),
  central("securityhub.amazonaws.com", "securityHub", "securityhub:EnableOrganizationAdminAccount"),
  IDENTITY_CENTER,
];
