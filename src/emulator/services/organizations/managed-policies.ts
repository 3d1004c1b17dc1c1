import { AUTHORIZATION_POLICY_TYPES } from "../../../limits/index.ts";

/** A policy that AWS owns, the same in every organization. */
export interface ManagedPolicy {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly content: string;
}

/** Source: Organizations User Guide, "AWS managed policies available for use with AWS Organizations". */
const TEXTS: Readonly<Record<string, Pick<ManagedPolicy, "description" | "content">>> = {
  "p-FullAWSAccess": {
    description: "Allows access to every operation",
    content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  },
  "p-RCPFullAWSAccess": {
    description: "Allows access to every resource",
    content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
  },
};

const MANAGED: readonly ManagedPolicy[] = AUTHORIZATION_POLICY_TYPES.flatMap(({ type, awsManaged: { id, name } }) => {
  const texts = TEXTS[id];
  return texts === undefined ? [] : [{ id, type, name, ...texts }];
});

export const managedPolicy = (id: string): ManagedPolicy | undefined => MANAGED.find((policy) => policy.id === id);

export const managedPoliciesOf = (type: string): readonly ManagedPolicy[] => MANAGED.filter((policy) => policy.type === type);
