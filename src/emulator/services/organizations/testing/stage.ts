import type * as Sdk from "@aws-sdk/client-organizations";
import { POLICY_TYPES } from "../../../../limits/index.ts";
import { tellUndeclared } from "../../../declared-errors.ts";
import type { Principal } from "../../../operation.ts";
import { accountsTable, addStandaloneAccount, knownAccountsTable, organizations, setAccountLimit } from "../index.ts";
import type { AccountRecord } from "../index.ts";
import { knownAccount } from "../known-accounts.ts";
import type { MemoryWorld } from "./memory-world.ts";
import { memoryWorld } from "./memory-world.ts";

/** Inputs and answers typed by the SDK, so that the tests hold the operations to its shapes. */
type OperationName = { [K in keyof typeof Sdk]: K extends `${infer Name}Command` ? Name : never }[keyof typeof Sdk];
type Command<N extends OperationName> = InstanceType<(typeof Sdk)[`${N}Command`]>;
type Input<N extends OperationName> = Command<N>["input"];
type Output<N extends OperationName> = Awaited<ReturnType<ReturnType<Command<N>["resolveMiddleware"]>>>["output"];

export const MANAGEMENT = "111111111111";

export const DENY = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}]}';
export const DENY_S3 = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}';

const rootUser = (accountId: string): Principal => ({ accountId, arn: `arn:aws:iam::${accountId}:root`, userId: accountId });

/** Drives the operations without the engine: no signatures, no throttles, no checks of constraints. */
export class Stage {
  readonly world: MemoryWorld = memoryWorld();
  now = Date.UTC(2026, 0, 1);

  constructor() {
    addStandaloneAccount(this.world, { id: MANAGEMENT, email: "aws@example.com", name: "Management", createdAt: this.now });
  }

  call<N extends OperationName>(name: N, input?: Input<N>, caller = MANAGEMENT): Output<N> {
    const operation = organizations.operations.find((candidate) => candidate.name === name);
    if (operation === undefined) throw new Error(`no operation ${name}`);
    organizations.advance?.(this.world, this.now);
    const call = { principal: rootUser(caller), region: "us-east-1", requestId: "request", now: this.now, world: this.world };
    try {
      return operation.run(call, (input ?? {}) as never) as Output<N>;
    } catch (error) {
      tellUndeclared(operation, error);
      throw error;
    }
  }

  /** A member account as it is stored. */
  record(id: string): AccountRecord | undefined {
    return accountsTable(this.world).get(id);
  }

  limit(accounts: number): void {
    setAccountLimit(this.world, accounts);
  }

  setEmail(id: string, email: string): void {
    knownAccountsTable(this.world).put(id, { ...knownAccount(this.world, id), email });
  }

  /** Lets time pass, in seconds. */
  wait(seconds: number): void {
    this.now += seconds * 1000;
  }

  /** Creates an organization and answers the id of its root. */
  found(featureSet: "ALL" | "CONSOLIDATED_BILLING" = "ALL", caller = MANAGEMENT): string {
    this.call("CreateOrganization", { FeatureSet: featureSet }, caller);
    return text(this.call("ListRoots", {}, caller).Roots?.[0]?.Id);
  }

  /** Puts an account into the world that is in no organization. */
  standalone(id: string, email = `owner-${id}@example.com`): string {
    addStandaloneAccount(this.world, { id, email, name: `Account ${id}`, createdAt: this.now });
    return id;
  }

  invite(id: string, caller = MANAGEMENT): string {
    return text(this.call("InviteAccountToOrganization", { Target: { Type: "ACCOUNT", Id: id } }, caller).Handshake?.Id);
  }

  /** A new account that was invited and joined. */
  invited(id: string): string {
    this.call("AcceptHandshake", { HandshakeId: this.invite(this.standalone(id)) }, id);
    return id;
  }

  unit(parentId: string, name: string): string {
    return text(this.call("CreateOrganizationalUnit", { ParentId: parentId, Name: name }).OrganizationalUnit?.Id);
  }

  /** Creates an account, waits until it is there and answers its id. */
  account(name: string, email = `${name}@example.com`, caller = MANAGEMENT): string {
    const requestId = text(this.call("CreateAccount", { Email: email, AccountName: name }, caller).CreateAccountStatus?.Id);
    this.wait(180);
    return text(this.call("DescribeCreateAccountStatus", { CreateAccountRequestId: requestId }, caller).CreateAccountStatus?.AccountId);
  }

  /** Enables a policy type, with the trusted access it may need, and waits until it is. */
  enable(rootId: string, type: Sdk.PolicyType): void {
    const access = POLICY_TYPES.find((facts) => facts.type === type)?.trustedAccess;
    if (access !== undefined) this.call("EnableAWSServiceAccess", { ServicePrincipal: access });
    this.call("EnablePolicyType", { RootId: rootId, PolicyType: type });
    this.wait(6);
  }

  policy(name: string, type: Sdk.PolicyType = "SERVICE_CONTROL_POLICY", content = type === "SERVICE_CONTROL_POLICY" ? DENY : DENY_S3): string {
    return text(this.call("CreatePolicy", { Name: name, Description: "", Type: type, Content: content }).Policy?.PolicySummary?.Id);
  }

  /** Every item of a list, page by page. */
  all<T>(list: (token: string | undefined) => { NextToken?: string | undefined; items: readonly T[] | undefined }): T[] {
    const items: T[] = [];
    let token: string | undefined;
    do {
      const page = list(token);
      items.push(...(page.items ?? []));
      token = page.NextToken;
    } while (token !== undefined);
    return items;
  }
}

/** A value that has to be there. */
export function text(value: string | undefined): string {
  if (value === undefined) throw new Error("the answer lacks a value");
  return value;
}
