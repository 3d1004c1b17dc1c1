import type { Explanation } from "../../policy/index.ts";

/** What an embedded AWS says of something that nobody did. */
export interface TriedScreen {
  readonly account: { readonly id: string; readonly name: string; readonly path: readonly string[] };
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly region: string;
  readonly explanation: Explanation;
  /** Names of policies by the ARNs in the explanation. */
  readonly policyNames: Readonly<Record<string, string>>;
  /** AWS's words to a caller that is not let through. */
  readonly message?: string;
  readonly assumptions: readonly Assumption[];
  readonly isEmulated: boolean;
  /** The name of the service, as AWS writes it. */
  readonly service: string;
  /** Which embedded AWS was asked, in words. */
  readonly where: string;
}

export type Assumption = "example-resource" | "no-resource" | "no-resource-policy" | "owned-by-caller" | "default-region";

/** What the answer takes for granted, as sentences. */
export const assumptionTexts = ({ assumptions, resource, account, region }: TriedScreen): string[] =>
  assumptions.map((assumption) => {
    switch (assumption) {
      case "example-resource":
        return `The resource is one that no policy names: ${resource}.`;
      case "no-resource":
        return "The request is about no resource in particular.";
      case "no-resource-policy":
        return "The resource has no policy of its own.";
      case "owned-by-caller":
        return `The resource belongs to ${account.name}; --resource-account names another.`;
      case "default-region":
        return `The Region is ${region}; --context aws:RequestedRegion=REGION names another.`;
    }
  });

/** What stands behind the answer. */
export const behindText = ({ service, where, isEmulated }: TriedScreen): string =>
  `Decided by policies in ${where}; ${isEmulated ? `its ${service} was not called` : `no ${service} stands behind it`}.`;
