import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { sandboxDetached } from "./sandbox-detached.ts";

const denying = (...actions: string[]) => organization({ policies: { p: scp({ Action: actions }) }, ous: { Sandbox: { policies: ["p"] } } });

it("sandboxes whose ways into other networks are denied are detached", () => {
  expect(told(sandboxDetached, denying("ec2:CreateVpcPeering*", "ec2:CreateTransitGateway*", "ec2:AttachVpnGateway"))).toEqual([]);
  expect(told(sandboxDetached, organization({ ous: { Workloads: {} } }))).toEqual([]);
});

it("what is open is told (LF2127)", () => {
  expect(told(sandboxDetached, denying("ec2:AttachVpnGateway"))).toEqual([
    "ous.Sandbox: In OU Sandbox nothing stops ec2:CreateVpcPeeringConnection and ec2:CreateTransitGatewayVpcAttachment.",
  ]);
});
