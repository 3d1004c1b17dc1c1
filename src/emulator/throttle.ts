import { ACCOUNT_THROTTLES, ORGANIZATIONS_THROTTLES, TokenBucket, type Bucket, type Throttle } from "../limits/index.ts";
import { AwsError } from "./aws-error.ts";

/** The published request rates, by service and operation. */
const RATES: Readonly<Record<string, Readonly<Record<string, Throttle>>>> = {
  organizations: ORGANIZATIONS_THROTTLES,
  account: ACCOUNT_THROTTLES,
};

/** Who makes a call, as rates are counted. */
export interface ThrottledCaller {
  readonly accountId: string;
  readonly organizationId?: string;
}

/** The token buckets in use. They are kept in memory: a restart finds them full, as an idle hour would. */
export class Throttles {
  readonly #buckets = new Map<string, TokenBucket>();

  /** The error of a call that comes too soon; undefined when it may pass, and then it has taken its tokens. */
  check(service: string, operation: string, { accountId, organizationId }: ThrottledCaller, now: number): AwsError | undefined {
    const throttle = RATES[service]?.[operation];
    if (!throttle) return undefined;
    const account = this.#bucket(`${service}:${operation}:${accountId}`, throttle.account, now);
    const shared = organizationId === undefined ? undefined : throttle.organization;
    const organization = shared && this.#bucket(`${service}:${operation}:${organizationId}`, shared, now);
    return account.tryTake(now) && (!organization || organization.tryTake(now)) ? undefined : tooManyRequests(service);
  }

  #bucket(key: string, rate: Bucket, now: number): TokenBucket {
    let bucket = this.#buckets.get(key);
    if (!bucket) this.#buckets.set(key, (bucket = new TokenBucket(rate, now)));
    return bucket;
  }
}

/** The answer of a service with published rates. The words are those that users of AWS quote; codes, status and `Type` are in the SDK's models. */
export const tooManyRequests = (service: string): AwsError =>
  service === "account"
    ? new AwsError("TooManyRequestsException", "Rate exceeded", { status: 429 })
    : new AwsError("TooManyRequestsException", "You have sent too many requests in too short a period of time. Try again later.", { fields: { Type: "RATE" } });
