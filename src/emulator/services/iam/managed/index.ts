import { AWS_MANAGED_DOCUMENTS, type NamedManagedPolicy } from "../../../../policy/index.ts";
import { managedPolicyArn } from "../arns.ts";
import { derivedId } from "../ids.ts";
import { NAMED_ONLY } from "./named-only.ts";

/** A policy of AWS, ready to be shown. */
export interface AwsManagedPolicy {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly version: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Absent when it is not reproduced here. */
  readonly document?: string;
}

/** Ids that are widely quoted; the others are made up, and stay the same. */
const IDS: Readonly<Record<string, string>> = {
  AdministratorAccess: "ANPAIWMBCKSKIEE64ZLYK",
  PowerUserAccess: "ANPAJYRXTHIB4FOVS3ZXS",
  ReadOnlyAccess: "ANPAILL3HVNFSB6DCOWYQ",
  SecurityAudit: "ANPAIX2T3QCXHR2OGGCTO",
};

const describe = (policy: NamedManagedPolicy, document?: string): AwsManagedPolicy => ({
  arn: managedPolicyArn(policy.path, policy.name),
  id: IDS[policy.name] ?? derivedId("ANPA", policy.name),
  name: policy.name,
  path: policy.path,
  version: policy.version,
  createdAt: Date.parse(policy.created),
  updatedAt: Date.parse(policy.updated),
  document,
});

/** The policies of AWS that the emulator knows; AWS has over a thousand. */
export const AWS_MANAGED_POLICIES: readonly AwsManagedPolicy[] = [
  ...AWS_MANAGED_DOCUMENTS.map((policy) => describe(policy, JSON.stringify({ Version: "2012-10-17", Statement: policy.statements }))),
  ...NAMED_ONLY.map((policy) => describe(policy)),
];

const byArn = new Map(AWS_MANAGED_POLICIES.map((policy) => [policy.arn, policy]));

export const awsManagedPolicy = (arn: string): AwsManagedPolicy | undefined => byArn.get(arn);
