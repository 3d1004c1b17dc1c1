import { describe, expect, it } from "vitest";
import { holds } from "../testing/kit.ts";

/** IAM User Guide, "IP address condition operators". */
describe("the IP address operators", () => {
  const key = "aws:SourceIp";
  const inside = (range: string | string[], address: string) => holds({ IpAddress: { [key]: range } }, { [key]: address });

  it("IpAddress: the specified address or range", () => {
    expect(inside("203.0.113.0/24", "203.0.113.255")).toBe("yes");
    expect(inside("203.0.113.0/24", "203.0.114.0")).toBe("no");
    expect(inside(["10.0.0.0/8", "2001:DB8:1234:5678::/64"], "2001:db8:1234:5678:9::1")).toBe("yes");
    expect(inside("2001:db8::/33", "2001:db8:8000::")).toBe("no");
  });

  it("takes an address without prefix for itself", () => {
    expect(inside("192.0.2.1", "192.0.2.1")).toBe("yes");
    expect(inside("192.0.2.1", "192.0.2.2")).toBe("no");
    expect(inside("2001:db8::1", "2001:0DB8:0:0:0:0:0:1")).toBe("yes");
  });

  it("NotIpAddress: all addresses except those, also when the key is missing", () => {
    expect(holds({ NotIpAddress: { [key]: "10.0.0.0/8" } }, { [key]: "11.0.0.1" })).toBe("yes");
    expect(holds({ NotIpAddress: { [key]: "10.0.0.0/8" } }, { [key]: "10.9.9.9" })).toBe("no");
    expect(holds({ NotIpAddress: { [key]: "10.0.0.0/8" } })).toBe("yes");
    expect(holds({ IpAddress: { [key]: "0.0.0.0/0" } })).toBe("no");
  });

  it("never takes IPv4 for IPv6", () => {
    expect(inside("::/0", "192.0.2.1")).toBe("no");
    expect(inside("0.0.0.0/0", "2001:db8::1")).toBe("no");
    expect(inside("192.0.2.1", "::ffff:192.0.2.1")).toBe("no");
    expect(inside("::ffff:192.0.2.0/120", "::ffff:192.0.2.1")).toBe("yes");
  });

  it("takes a range for the one of its prefix, from 0 to all bits", () => {
    expect(inside("10.1.2.3/8", "10.200.0.1")).toBe("yes");
    expect(inside("255.255.255.255/0", "1.2.3.4")).toBe("yes");
    expect(inside("2001:db8::5/128", "2001:db8::5")).toBe("yes");
    expect(inside("2001:db8::5/127", "2001:db8::4")).toBe("yes");
    expect(inside("2001:db8::5/127", "2001:db8::6")).toBe("no");
  });

  it.each(["cloudformation.amazonaws.com", "10.0.0.1/32", "256.0.0.1", "1.2.3", "1.2.3.4.5", "1..2.3", "", "1:2:3:4:5:6:7", ":::", "1::2::3", "12345::", "::1.2.3.400", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8"])(
    "does not read %j of a request, negated or not",
    (address) => {
      expect(inside(["0.0.0.0/0", "::/0"], address)).toBe("no");
      expect(holds({ NotIpAddress: { [key]: "10.0.0.0/8" } }, { [key]: address })).toBe("no");
    },
  );

  it.each(["10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/8/8", "::/129", "here"])("takes the range %j of a policy for empty", (range) => {
    expect(inside(range, "10.0.0.1")).toBe("no");
    expect(holds({ NotIpAddress: { [key]: range } }, { [key]: "10.0.0.1" })).toBe("yes");
  });
});
