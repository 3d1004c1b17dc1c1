import { awsJson1_1 } from "./aws-json.ts";
import { awsQuery } from "./aws-query.ts";
import { modelOf, type ServiceModel } from "./model.ts";
import type { Protocol } from "./protocol.ts";
import { restJson1 } from "./rest-json.ts";

/** Where a service is found on the wire, and under which names. */
export interface Endpoint {
  /** The service's name in SDK package names. */
  readonly id: string;
  /** Its name in the credential scope of a signature. */
  readonly signingName: string;
  /** Its prefix in IAM actions. */
  readonly iamPrefix: string;
  readonly protocol: Protocol;
  /** What stands before the operation's name in `X-Amz-Target`. */
  readonly target?: string;
  /** The API version that query requests must name. */
  readonly version?: string;
  readonly xmlNamespace?: string;
  /** Loads the SDK package: only services that are called cost their start-up. */
  load(): Promise<Readonly<Record<string, unknown>>>;
}

/** Every service whose requests the emulator can read. */
export const ENDPOINTS: readonly Endpoint[] = [
  {
    id: "organizations",
    signingName: "organizations",
    iamPrefix: "organizations",
    protocol: awsJson1_1,
    target: "AWSOrganizationsV20161128",
    load: () => import("@aws-sdk/client-organizations"),
  },
  {
    id: "account",
    signingName: "account",
    iamPrefix: "account",
    protocol: restJson1,
    load: () => import("@aws-sdk/client-account"),
  },
  {
    id: "service-quotas",
    signingName: "servicequotas",
    iamPrefix: "servicequotas",
    protocol: awsJson1_1,
    target: "ServiceQuotasV20190624",
    load: () => import("@aws-sdk/client-service-quotas"),
  },
  {
    id: "resource-groups-tagging-api",
    signingName: "tagging",
    iamPrefix: "tag",
    protocol: awsJson1_1,
    target: "ResourceGroupsTaggingAPI_20170126",
    load: () => import("@aws-sdk/client-resource-groups-tagging-api"),
  },
  {
    id: "ssm",
    signingName: "ssm",
    iamPrefix: "ssm",
    protocol: awsJson1_1,
    target: "AmazonSSM",
    load: () => import("@aws-sdk/client-ssm"),
  },
  {
    id: "iam",
    signingName: "iam",
    iamPrefix: "iam",
    protocol: awsQuery,
    version: "2010-05-08",
    xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    load: () => import("@aws-sdk/client-iam"),
  },
  {
    id: "sts",
    signingName: "sts",
    iamPrefix: "sts",
    protocol: awsQuery,
    version: "2011-06-15",
    xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    load: () => import("@aws-sdk/client-sts"),
  },
];

const models = new Map<string, Promise<ServiceModel>>();

/** The model of a service, read once. */
export function loadModel(endpoint: Endpoint): Promise<ServiceModel> {
  let model = models.get(endpoint.id);
  if (!model) models.set(endpoint.id, (model = endpoint.load().then(modelOf)));
  return model;
}
