import type { Address } from "../../ids/index.ts";
import type { Tags } from "../../organization/index.ts";
import type { AccessAccount } from "../model.ts";

/** What IAM tells of those who sign in to an account without Identity Center. What is absent is not known. */
export interface AccountPeople {
  readonly account: Address;
  readonly users?: readonly KnownUser[];
  /** ARNs. */
  readonly samlProviders?: readonly string[];
  readonly oidcProviders?: readonly string[];
  readonly root?: KnownRootUser;
}

export interface KnownUser {
  readonly name: string;
  /** Whether it has a password for the console; absent where that is not known. */
  readonly hasPassword?: boolean;
  /** Access keys that work; absent where that is not known. */
  readonly activeKeys?: number;
  readonly tags: Tags;
}

export interface KnownRootUser {
  readonly hasKeys: boolean;
  readonly hasPassword: boolean;
}

export type HumanPathKind = "user" | "root" | "saml" | "oidc" | "web-identity" | "certificate" | "outside" | "user-role";

/** A way by which a person may get into accounts without an assignment of Identity Center. */
export interface HumanPath {
  readonly kind: HumanPathKind;
  /** Who comes in: `user/ann`, `root`, `who signs in at saml-provider/okta`. */
  readonly who: string;
  /** As what they are in the account: `password`, `2 access keys`, `role/partner`. */
  readonly as: string;
  readonly accounts: readonly AccessAccount[];
  readonly purpose?: string;
  /** False where it is not known whether the way is open. */
  readonly certain: boolean;
}

export interface HumanPaths {
  readonly paths: readonly HumanPath[];
  /** Accounts of which something is not known, by what it is. */
  readonly unknown: readonly { readonly what: string; readonly accounts: readonly AccessAccount[] }[];
}

/** Identity Center makes a SAML provider of its own in each account that somebody is assigned to. */
export const isOfIdentityCenter = (arn: string): boolean => /:saml-provider\/AWSSSO_/.test(arn);

export const signsInAt = (arn: string): string => `who signs in at ${arn.split(":").at(-1) ?? arn}`;
