import { describe, expect, it } from "vitest";
import { endpointOf } from "./endpoint.ts";
import { Flags } from "./flags.ts";

const flags = (endpointUrl?: string): Flags => new Flags(endpointUrl === undefined ? {} : { endpointUrl });

describe("endpointOf", () => {
  it("takes the flag before the variable, and an empty variable for none", () => {
    expect(endpointOf(flags("http://localhost:1"), { AWS_ENDPOINT_URL: "http://localhost:2" })).toBe("http://localhost:1");
    expect(endpointOf(flags(), { AWS_ENDPOINT_URL: "https://localhost:2" })).toBe("https://localhost:2");
    expect([endpointOf(flags(), {}), endpointOf(flags(), { AWS_ENDPOINT_URL: "" })]).toEqual([undefined, undefined]);
  });

  it.each(["localhost:4566", "4566", "ftp://localhost", "http://"])("LF9008: names who says what is no URL: %s", (url) => {
    expect(() => endpointOf(flags(), { AWS_ENDPOINT_URL: url })).toThrow(/LF9008.*AWS_ENDPOINT_URL is no URL/s);
    expect(() => endpointOf(flags(url), {})).toThrow(/LF9008.*--endpoint-url is no URL/s);
  });
});
