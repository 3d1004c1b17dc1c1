import type * as Sdk from "@aws-sdk/client-account";
import { tellUndeclared } from "../../../declared-errors.ts";
import { MANAGEMENT, Stage } from "../../organizations/testing/stage.ts";
import { account } from "../index.ts";

/** Inputs and answers typed by the SDK, so that the tests hold the operations to its shapes. */
type OperationName = { [K in keyof typeof Sdk]: K extends `${infer Name}Command` ? Name : never }[keyof typeof Sdk];
type Command<N extends OperationName> = InstanceType<(typeof Sdk)[`${N}Command`]>;
type Output<N extends OperationName> = Awaited<ReturnType<ReturnType<Command<N>["resolveMiddleware"]>>>["output"];

/** An organization, and the operations of Account Management in its world. */
export class AccountStage extends Stage {
  ask<N extends OperationName>(name: N, input: Command<N>["input"], caller = MANAGEMENT): Output<N> {
    const operation = account.operations.find((candidate) => candidate.name === name);
    if (operation === undefined) throw new Error(`no operation ${name}`);
    const principal = { accountId: caller, arn: `arn:aws:iam::${caller}:root`, userId: caller };
    try {
      return operation.run({ principal, region: "us-east-1", requestId: "request", now: this.now, world: this.world }, input as never) as Output<N>;
    } catch (error) {
      tellUndeclared(operation, error);
      throw error;
    }
  }

  /** An organization with trusted access for Account Management, and one member. */
  withMember(): string {
    this.found();
    this.call("EnableAWSServiceAccess", { ServicePrincipal: "account.amazonaws.com" });
    return super.account("shop");
  }
}
