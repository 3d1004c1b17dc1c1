import type { Organization } from "../../organization/index.ts";
import { subjectOf } from "../subject.ts";
import { ACCOUNTS } from "./accounts.ts";
import { ENVIRONMENTS } from "./environments.ts";
import { FEDERATION } from "./federation.ts";
import { PERMISSIONS } from "./permissions.ts";
import { SECURITY_VIEW } from "./security-view.ts";
import type { Step } from "./step.ts";

/**
 * The five steps in which an organization grows, in their order.
 * Source: AWS Cloud Operations Blog, "Multi-account strategy for small and medium businesses".
 */
export const STEPS: readonly Step[] = [ACCOUNTS, SECURITY_VIEW, FEDERATION, ENVIRONMENTS, PERMISSIONS];

export interface MaturityCapability {
  readonly title: string;
  readonly isOn: boolean;
  readonly next: string;
}

export interface MaturityStep {
  readonly title: string;
  readonly capabilities: readonly MaturityCapability[];
}

/** What an organization can do and cannot, as far as its file says, and the first thing that it lacks. */
export interface Maturity {
  readonly name: string;
  readonly steps: readonly MaturityStep[];
  readonly on: number;
  readonly of: number;
  /** Undefined where nothing is off. */
  readonly next?: { readonly step: string; readonly title: string; readonly how: string };
}

export function maturityOf(organization: Organization): Maturity {
  const subject = subjectOf(organization);
  const steps = STEPS.map(({ title, capabilities }) => ({ title, capabilities: capabilities.map((capability) => ({ title: capability.title, next: capability.next, isOn: capability.isOn(subject) })) }));
  const all = steps.flatMap((step) => step.capabilities.map((capability) => ({ step: step.title, ...capability })));
  const missing = all.find(({ isOn }) => !isOn);
  return {
    name: organization.name,
    steps,
    on: all.filter(({ isOn }) => isOn).length,
    of: all.length,
    ...(missing === undefined ? {} : { next: { step: missing.step, title: missing.title, how: missing.next } }),
  };
}
