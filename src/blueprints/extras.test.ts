import { describe, expect, it } from "vitest";
import { blueprintOrganization, organizationIn } from "../../test/kit/blueprint-organization.ts";
import { figure } from "../../test/kit/figure.ts";
import { blueprint, blueprintFiles, DEFAULT_ANSWERS, EXTRAS, type Extra, extrasOf } from "./index.ts";

const extra = (name: string): Extra => EXTRAS.find((one) => one.name === name) ?? missing(name);
const named = (name: string) => blueprint(name) ?? missing(name);

/** One OU of a blueprint that is written with an extra. */
const drawn = (name: string, of: string, top: string): string =>
  figure(blueprintOrganization(named(of), DEFAULT_ANSWERS, { extras: [extra(name)] }), top);

function missing(name: string): never {
  throw new Error(`there is no ${name}`);
}

const PROD = "deny-iam-users-and-keys, deny-federation-changes, deny-public-s3-requests, deny-public-snapshots-amis, require-ebs-encryption, min-30-day-window";
const CHANGE = "prod-change-only-by-pipeline, people-read-only, deny-new-ways-in";
const DATA = "org-identities-only, confused-deputy";
const WATCH = "protect-detection-settings, protect-config-rules";

/** The OUs of an extra's figure, each on a blueprint that shows it. */
const FIGURES: Readonly<Record<string, readonly [of: string, figure: string]>> = {
  "business-units": ["starter", `Workloads/ [${WATCH}]
  SDLC/ [stay-in-account]
    manufacturing-dev (dev)
    consumer-services-dev (dev)
    consumer-services-beta (beta)
    marketing-dev (dev)
  Prod/ [${PROD}, ${CHANGE}, ${DATA}]
    manufacturing-prod (prod)
    consumer-services-prod (prod)
    marketing-prod (prod)`],
  "manufacturing-delivery": ["full", `Deployments/ [${DATA}, ${WATCH}]
  SDLC/
    manufacturing-delivery-test (test)
    shared-delivery-test (test)
  Prod/ [${PROD}]
    manufacturing-delivery (prod)
    shared-delivery (prod)`],
  "service-foo": ["starter", `Deployments/ [${DATA}, ${WATCH}]
  SDLC/
  Prod/ [${PROD}]
    foo-deployment (prod)`],
  "off-the-shelf": ["starter", `Workloads/ [${WATCH}]
  SDLC/ [stay-in-account]
    foo-dev (dev)
    foo-beta (beta)
    foo-qa (qa)
    wiki-dev (dev)
  Prod/ [${PROD}, ${CHANGE}, ${DATA}]
    foo-prod (prod)
    wiki-prod (prod)`],
  "infrastructure-services": ["full", `Infrastructure/ [${DATA}, ${WATCH}]
  SDLC/
    network-test (test)
    shared-services-test (test)
    messaging-rabbitmq-test (test)
  Prod/ [${PROD}]
    network (prod)
    shared-services (prod)
    messaging-rabbitmq (prod)`],
  "policy-staging": ["starter", `PolicyStaging/
  Security/
    policy-staging-security (test)
  Infrastructure/
    policy-staging-infrastructure (test)
  Workloads/
    policy-staging-workloads (test)
  Deployments/
    policy-staging-deployments (test)`],
  "business-users": ["full", `IndividualBusinessUsers/ [business-users-only]
  partner-reports (prod)`],
  exceptions: ["full", `Exceptions/
  top-secret (prod) [keep-inside]`],
  transitional: ["full", "Transitional/"],
  "business-continuity": ["full", `BusinessContinuity/ [${PROD}, ${DATA}]
  backup-vault (prod)`],
  "security-tooling": ["five-account", `Security/ [protect-log-archive, keep-archived-logs]
  log-archive (prod)
  security-tooling (prod)`],
  "split-delivery": ["team", `Infrastructure/ [${WATCH}]
  shared (prod)
  NonProd/
    delivery-nonprod (nonprod)
  Prod/ [${PROD}]
    delivery-prod (prod)`],
  "split-observability": ["team", `Infrastructure/ [${WATCH}]
  shared (prod)
  NonProd/
    observability-nonprod (nonprod)
  Prod/ [${PROD}]
    observability-prod (prod)`],
  "split-sdlc": ["starter", `Workloads/ [${WATCH}]
  Dev/ [stay-in-account]
    foo-dev (dev)
  PreProd/ [stay-in-account, ${DATA}]
    foo-beta (beta)
    foo-qa (qa)
  Prod/ [${PROD}, ${CHANGE}, ${DATA}]
    foo-prod (prod)`],
};

describe("The figures of the extras", () => {
  it.each(Object.entries(FIGURES))("%s", (name, [of, expected]) => {
    const top = expected.slice(0, expected.indexOf("/"));
    expect(drawn(name, of, top)).toBe(expected);
  });

  it("are there for every extra that draws something", () => {
    expect(Object.keys(FIGURES).toSorted()).toEqual(EXTRAS.filter(({ beside }) => beside === undefined).map(({ name }) => name).toSorted());
  });

  it("policy-organization is a file of its own, with accounts that no other organization has", () => {
    const files = blueprintFiles(named("team"), DEFAULT_ANSWERS, { extras: [extra("policy-organization")] });
    const second = organizationIn(files, "policy-organization/");
    expect(second.name).toBe("acme-policies");
    expect(figure(second, "Prod")).toBe(`Prod/ [${PROD}, ${CHANGE}, ${DATA}]\n  policy-test-prod (prod)`);
    expect(figure(organizationIn(files))).not.toContain("policy-test");
  });
});

describe("The extras", () => {
  it("fit blueprints that exist", () => {
    for (const { fits } of EXTRAS) for (const name of fits) expect(blueprint(name)?.name).toBe(name);
  });

  it("that full already contains change nothing in it", () => {
    const plain = blueprintFiles(named("full"), DEFAULT_ANSWERS);
    expect(blueprintFiles(named("full"), DEFAULT_ANSWERS, { extras: [extra("service-foo"), extra("policy-staging")] })).toEqual(plain);
  });

  it("go together: all of one blueprint, with none of its accounts lost", () => {
    const both = figure(blueprintOrganization(named("team"), DEFAULT_ANSWERS, { extras: extrasOf(named("team")) }), "Infrastructure");
    expect(both).toContain("delivery-nonprod (nonprod)\n    observability-nonprod");
    expect(blueprintOrganization(named("team"), DEFAULT_ANSWERS, { extras: extrasOf(named("team")) }).ous?.["Infrastructure"]?.accounts?.["shared"]?.purpose)
      .toBe("DNS, VPN, transit hub");
    const divided = figure(blueprintOrganization(named("starter"), DEFAULT_ANSWERS, { extras: [extra("off-the-shelf"), extra("split-sdlc")] }), "Workloads");
    expect(divided).toContain("Dev/ [stay-in-account]\n    foo-dev (dev)\n    wiki-dev (dev)");
  });

  it("put the answers in", () => {
    const shop = blueprintFiles(named("starter"), { ...DEFAULT_ANSWERS, service: "shop" }, { extras: [extra("service-foo")] });
    expect(shop[0]?.text).toContain("shop-deployment");
    expect(shop[0]?.text).not.toContain("foo");
  });
});
