import { type CompiledChain, compileChain, decide, type PolicyDocument, type Request, requestFrom } from "../policy/index.ts";
import type { AccountView } from "./views.ts";

const MEMBER = "222222222222";
/** A principal of the management account, whom SCPs do not hold back but RCPs do; and one from elsewhere. */
const MANAGEMENT = "111111111111";
const STRANGER = "999999999999";
/** Enough for the policies of a large organization; each is one request in two Regions. */
const MOST = 120;

/** Requests that the policies speak of, and a few that everybody makes. */
export interface Sample {
  readonly requests: readonly Request[];
  /** As a person would name each. */
  readonly names: readonly string[];
}

const FROM: Readonly<Record<string, string>> = { [MANAGEMENT]: " from the management account", [STRANGER]: " from outside" };
const USUAL = [["s3:GetObject", "arn:aws:s3:::bucket/key"], ["ec2:RunInstances", `arn:aws:ec2:eu-west-1:${MEMBER}:instance/i-1`], ["iam:CreateUser", `arn:aws:iam::${MEMBER}:user/someone`], ["organizations:LeaveOrganization", "*"]] as const;

/** One request for each action that a statement names, on a resource that it names, at home and in another Region. */
export function sampleOf(documents: readonly PolicyDocument[], { homeRegion, organizationId }: { readonly homeRegion: string; readonly organizationId?: string }): Sample {
  const pairs = new Map<string, readonly [string, string]>(USUAL.map((pair) => [pair.join(" "), pair]));
  for (const { Statement } of documents) {
    for (const { Action, NotAction, Resource } of [Statement].flat()) {
      const [resource = "*"] = [Resource ?? []].flat();
      for (const action of [Action ?? [], NotAction ?? []].flat().filter((name) => name.includes(":"))) {
        const pair = [concrete(action), concrete(resource)] as const;
        if (pairs.size < MOST) pairs.set(pair.join(" "), pair);
      }
    }
  }
  const regions = [homeRegion, homeRegion === "eu-north-1" ? "us-west-2" : "eu-north-1"];
  const all = [...pairs.values()].flatMap(([action, resource]) => regions.flatMap((region) => [MEMBER, MANAGEMENT, STRANGER].map((account) => ({ action, resource, region, account }))));
  return {
    requests: all.map((asked) => requestOf(asked, organizationId)),
    names: all.map(({ action, region, account }) => `${action} in ${region}${FROM[account] ?? ""}`),
  };
}

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly region: string;
  readonly account: string;
}

function requestOf({ action, resource, region, account }: Asked, organizationId: string | undefined): Request {
  const isOutside = account === STRANGER;
  const context = { "aws:RequestedRegion": region, ...(isOutside || organizationId === undefined ? {} : { "aws:PrincipalOrgID": organizationId }) };
  const request = requestFrom({ principal: `arn:aws:iam::${account}:role/someone`, action, resource: resource === "*" ? undefined : resource, resourceAccount: MEMBER, context });
  const { principal } = request;
  return isOutside && principal.type === "role-session" ? { ...request, principal: { ...principal, outsideOrganization: true } } : request;
}

/** A pattern with something in place of its wildcards that no policy means in particular. */
function concrete(pattern: string): string {
  if (pattern === "*" || !pattern.includes("*")) return pattern === "*" ? "*" : pattern.replaceAll("?", "x");
  return pattern.replace(/^(arn:[^:]*:[^:]*:[^:]*:)\*:/, `$1${MEMBER}:`).replaceAll(/[*?]/g, "x");
}

const ANYTHING: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const ANYBODY: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] };

/** Answers which of the requests an account's policies let through, to somebody who may do everything else. */
export class LetThrough {
  readonly #sample: Sample;
  readonly #known = new Map<string, ReadonlySet<number>>();

  constructor(sample: Sample) {
    this.#sample = sample;
  }

  /** The numbers of the requests, and without the policies attached to the account itself where that is asked. */
  of(view: AccountView, withoutOwn = false): ReadonlySet<number> {
    const cut = <T>(levels: readonly T[] | undefined): readonly T[] | undefined => (withoutOwn ? levels?.slice(0, -1) : levels);
    const [scps, rcps] = [cut(view.scps), cut(view.rcps)];
    const key = JSON.stringify([scps?.map(({ policies }) => policies), rcps?.map(({ policies }) => policies)]);
    let through = this.#known.get(key);
    if (through === undefined) {
      through = this.#decided(compileChain({ managementAccountId: MANAGEMENT, scps, rcps, identity: [{ name: "all", document: ANYTHING }], resource: { name: "open", document: ANYBODY } }));
      this.#known.set(key, through);
    }
    return through;
  }

  nameOf(request: number): string {
    return this.#sample.names[request] ?? "";
  }

  #decided(chain: CompiledChain): ReadonlySet<number> {
    return new Set(this.#sample.requests.flatMap((request, index) => (decide(chain, request).outcome === "allowed" ? [index] : [])));
  }
}
