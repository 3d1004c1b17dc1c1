import type { Account } from "@aws-sdk/client-account";
import type { IAM } from "@aws-sdk/client-iam";
import type { Organizations } from "@aws-sdk/client-organizations";
import type { ResourceGroupsTaggingAPI } from "@aws-sdk/client-resource-groups-tagging-api";
import type { ServiceQuotas } from "@aws-sdk/client-service-quotas";
import type { SSM } from "@aws-sdk/client-ssm";
import type { STS } from "@aws-sdk/client-sts";
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import type { Emit } from "../diagnostics/index.ts";
import { partitionOfRegion } from "../ids/index.ts";
import type { Clock } from "../limits/index.ts";
import type { CallLog } from "./call-log.ts";
import { type ControlTower, controlTowerClient } from "./control-tower.ts";
import { type Client, instrument, type RequestHandler, type WriteListener } from "./instrument.ts";
import { withMemory } from "./memory.ts";
import { Pace } from "./pace.ts";

export interface Connection {
  readonly homeRegion: string;
  readonly clock: Clock;
  readonly emit?: Emit;
  /** Every service is asked here instead of at AWS. */
  readonly endpoint?: string;
  /** Answers in process instead of over the network. */
  readonly requestHandler?: RequestHandler;
  readonly credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  readonly profile?: string;
  /** A role to assume first, by ARN. */
  readonly role?: string;
  /** False asks as fast as it can, for an embedded AWS that lets everything through. Default: true. */
  readonly paced?: boolean;
  /** Hears of every attempt of a call. */
  readonly log?: CallLog;
}

/** The way to AWS. Clients are made on first use, paced to AWS's limits, retried, and counted. */
export interface Aws {
  readonly clock: Clock;
  readonly homeRegion: string;
  /** Whether calls are held back to AWS's published rates. */
  readonly paced: boolean;
  organizations(): Promise<Organizations>;
  tagging(): Promise<ResourceGroupsTaggingAPI>;
  account(): Promise<Account>;
  ssm(): Promise<SSM>;
  sts(): Promise<STS>;
  iam(): Promise<IAM>;
  serviceQuotas(): Promise<ServiceQuotas>;
  controlTower(): Promise<ControlTower>;
  /** The same way, on which each distinct read is made once. */
  reading(): Aws;
  /** A way of its own to the same AWS, as a role that this one's principal takes on. */
  as(roleArn: string): Aws;
  /** Has every call that changes AWS told to a listener from now on; undefined tells nobody. */
  listen(listener: WriteListener | undefined): void;
  /** Calls wait for nothing any more once the signal is aborted: neither for AWS's rates nor to be made again. */
  stopOn(signal: AbortSignal | undefined): void;
  /** By how many milliseconds AWS's clock is ahead of this machine's, by its last answer; undefined before the first. */
  skew(): number | undefined;
  /** Calls made so far, by `service:Operation`. */
  calls(): Readonly<Record<string, number>>;
}

/** An endpoint that takes the connection and never answers must not be waited for for ever. In milliseconds. */
const TIMEOUTS = { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

export function connect(connection: Connection): Aws {
  const { paced = true } = connection;
  const pace = paced ? new Pace(connection.clock) : undefined;
  const counts = new Map<string, number>();
  let listener: WriteListener | undefined;
  let stop: AbortSignal | undefined;
  let skew: number | undefined;
  const credentials = connection.credentials ?? defaultCredentials(connection);
  // Organizations, its tags and its endpoint live in one Region of a partition.
  const { organizationsRegion: globalRegion = "us-east-1", dnsSuffix = "amazonaws.com" } = partitionOfRegion(connection.homeRegion) ?? {};
  const emit = connection.emit ?? (() => {});

  const settings = (region: string) => ({
    region,
    endpoint: connection.endpoint,
    requestHandler: connection.requestHandler ?? TIMEOUTS,
    credentials,
    maxAttempts: 1,
    // Nothing is added to a client after its first call.
    cacheMiddleware: true,
  });
  const ready = <C extends Client>(client: C, service: string): C =>
    instrument(client, service, { pace, counts, clock: connection.clock, emit, log: connection.log, writes: () => listener, stop: () => stop, told: (time) => (skew = time - Date.now()) });
  const clients: Clients = {
    organizations: once(async () => ready(new (await import("@aws-sdk/client-organizations")).Organizations(settings(globalRegion)), "organizations")),
    tagging: once(async () =>
      ready(new (await import("@aws-sdk/client-resource-groups-tagging-api")).ResourceGroupsTaggingAPI(settings(globalRegion)), "tag"),
    ),
    account: once(async () => ready(new (await import("@aws-sdk/client-account")).Account(settings(globalRegion)), "account")),
    ssm: once(async () => ready(new (await import("@aws-sdk/client-ssm")).SSM(settings(connection.homeRegion)), "ssm")),
    sts: once(async () => ready(new (await import("@aws-sdk/client-sts")).STS(settings(globalRegion)), "sts")),
    iam: once(async () => ready(new (await import("@aws-sdk/client-iam")).IAM(settings(globalRegion)), "iam")),
    serviceQuotas: once(async () => ready(new (await import("@aws-sdk/client-service-quotas")).ServiceQuotas(settings(globalRegion)), "servicequotas")),
    controlTower: once(() => controlTowerClient({ ...connection, region: connection.homeRegion, dnsSuffix, credentials, counts, emit })),
  };
  const aws: Aws = {
    ...clients,
    clock: connection.clock,
    homeRegion: connection.homeRegion,
    paced,
    reading: () => ({ ...aws, ...remembering(clients) }),
    as: (roleArn) => connect({ ...connection, role: undefined, profile: undefined, credentials: async () => takeOn(await clients.sts(), roleArn) }),
    listen: (to) => {
      listener = to;
    },
    stopOn: (signal) => {
      stop = signal;
    },
    skew: () => skew,
    calls: () => Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  return aws;
}

type Clients = Pick<Aws, "organizations" | "tagging" | "account" | "ssm" | "sts" | "iam" | "serviceQuotas" | "controlTower">;

/** The same clients, their connections included, behind one new memory. */
function remembering(clients: Clients): Clients {
  const memory = new Map<string, Promise<unknown>>();
  return {
    organizations: once(async () => withMemory(await clients.organizations(), memory)),
    tagging: once(async () => withMemory(await clients.tagging(), memory)),
    account: once(async () => withMemory(await clients.account(), memory)),
    ssm: once(async () => withMemory(await clients.ssm(), memory)),
    sts: once(async () => withMemory(await clients.sts(), memory)),
    iam: once(async () => withMemory(await clients.iam(), memory)),
    serviceQuotas: once(async () => withMemory(await clients.serviceQuotas(), memory)),
    controlTower: once(async () => withMemory(await clients.controlTower(), memory)),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function takeOn(sts: STS, RoleArn: string): Promise<AwsCredentialIdentity> {
  const { Credentials } = await sts.assumeRole({ RoleArn, RoleSessionName: "landfall" });
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken, Expiration } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration: Expiration };
}

/** The SDK's usual search for credentials, and a role on top where one was named. */
function defaultCredentials({ profile, role, homeRegion, endpoint }: Connection): AwsCredentialIdentityProvider {
  return async (properties) => {
    const { fromNodeProviderChain, fromTemporaryCredentials } = await import("@aws-sdk/credential-providers");
    const base = fromNodeProviderChain({ profile });
    if (role === undefined) return base(properties);
    return fromTemporaryCredentials({
      masterCredentials: base,
      params: { RoleArn: role, RoleSessionName: "landfall" },
      // The role is of whichever AWS is asked.
      clientConfig: { region: homeRegion, endpoint },
    })(properties);
  };
}
