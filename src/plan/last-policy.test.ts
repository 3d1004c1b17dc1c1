import { describe, expect, it } from "vitest";
import type { AttachmentItem, Inventory, Item, Observation, Observed } from "../inventory/index.ts";
import { change } from "./change.ts";
import { replacedLast } from "./last-policy.ts";

const lab: Item = { kind: "ou", address: "ou:Lab", name: "Lab", parent: "root", tags: {} };
const attachment = (name: string): AttachmentItem => ({ kind: "attachment", address: `attachment:scp/${name}>ou:Lab`, policy: `policy:scp/${name}`, target: "ou:Lab" });
const seen = (item: Item): Observed => ({ item, id: item.address, owner: "ours" });
const observation = (...items: Item[]): Observation => ({
  items: new Map(items.map((item) => [item.address, seen(item)])),
  creationsInFlight: [],
  managementAccountId: "111111111111",
  notRead: [],
  calls: {},
});
const none: Inventory = new Map();
const detach = (name: string) => change.detach(attachment(name), seen(attachment(name)), "");

describe("replacedLast", () => {
  it("attaches FullAWSAccess where the last SCP goes", () => {
    const made = replacedLast(observation(lab, attachment("a"), attachment("b")), [detach("a"), detach("b")], none);
    expect(made.map(({ action, address }) => `${action} ${address}`)).toEqual(["attach attachment:scp/FullAWSAccess>ou:Lab"]);
  });

  it("leaves alone what keeps an SCP, or gets another", () => {
    expect(replacedLast(observation(lab, attachment("a"), attachment("b")), [detach("a")], none)).toEqual([]);
    expect(replacedLast(observation(lab, attachment("a")), [detach("a"), change.create(attachment("c"))], none)).toEqual([]);
  });

  it("gives full access back beside SCPs of others where the file has none left, to what it declares", () => {
    const declares: Inventory = new Map([[lab.address, lab]]);
    const made = replacedLast(observation(lab, attachment("a"), attachment("by-hand")), [detach("a")], declares);
    expect(made.map(({ address }) => address)).toEqual(["attachment:scp/FullAWSAccess>ou:Lab"]);
    const withScps: Inventory = new Map([...declares, ["policy-type:scp", { kind: "policy-type", address: "policy-type:scp", policyKind: "scp" }]]);
    expect(replacedLast(observation(lab, attachment("a"), attachment("by-hand")), [detach("a")], withScps)).toEqual([]);
  });

  it("leaves FullAWSAccess away where AWS is yet to attach it, and the file says it goes", () => {
    expect(replacedLast(observation(lab), [detach("FullAWSAccess"), change.create(attachment("c"))], none)).toEqual([]);
  });
});
