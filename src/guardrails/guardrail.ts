import type { AuthorizationPolicyKind, Partition, PolicyKind } from "../ids/index.ts";
import type { ManagementDocument, PlainRequest, PolicyStatement } from "../policy/index.ts";
import type { ParameterForm } from "./parameters.ts";
import type { Act } from "./settings-enforced.ts";

export type ParameterValue = string | number | readonly string[];

/** What a guardrail lets the organization file choose. */
export interface Parameter {
  readonly name: string;
  /** A sentence. */
  readonly description: string;
  readonly kind: "strings" | "string" | "number";
  /** Taken where the file gives none; without it, and without `from`, the file has to give one. */
  readonly default?: ParameterValue;
  /** Taken from the organization file where no value is given: its governed Regions. */
  readonly from?: "regions";
  /** What the texts of a list look like. */
  readonly form?: ParameterForm;
  /** Of a number. */
  readonly least?: number;
  readonly most?: number;
  /** For proofs and the page, where there is no default or an empty one would show nothing. */
  readonly example?: ParameterValue;
}

/** What is known of the organization before any guardrail is looked at. */
export interface GuardrailPlace {
  readonly partition: Partition;
  /** Real, or a stand-in before the organization exists. */
  readonly organizationId: string;
  readonly homeRegion: string;
  /** The governed Regions. */
  readonly regions: readonly string[];
  /** ARN patterns of the roles that guardrails let through: `exemptArns`. */
  readonly exempt: readonly string[];
}

/** What the content of one use of a guardrail is made from. */
export interface GuardrailSettings extends GuardrailPlace {
  /** Complete: see `parametersOf`. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

interface OfEveryGuardrail {
  /** As in the organization file: `region-allow-list`. */
  readonly name: string;
  /** One line: what can no longer be done. */
  readonly title: string;
  /** Why one wants it. */
  readonly reason: string;
  /** The AWS page that it rests on. */
  readonly source: string;
  /** Numbers of the requirements that it answers. */
  readonly rows: readonly number[];
  readonly parameters: readonly Parameter[];
  /** What it does not stop, and where it must not be attached; a sentence each. */
  readonly leaves: readonly string[];
}

/** A guardrail that AWS enforces on requests. */
export interface StatementGuardrail extends OfEveryGuardrail {
  readonly form: AuthorizationPolicyKind;
  /** Only Denies, each under a Sid of its own, in letters and digits. */
  readonly statements: (settings: GuardrailSettings) => readonly PolicyStatement[];
  readonly proof: readonly RequestCase[];
}

/** A guardrail that AWS enforces in a service, by settings that an account cannot change. */
export interface SettingsGuardrail extends OfEveryGuardrail {
  readonly form: Exclude<PolicyKind, AuthorizationPolicyKind>;
  readonly document: (settings: GuardrailSettings) => ManagementDocument;
  readonly proof: readonly ActCase[];
}

export type Guardrail = StatementGuardrail | SettingsGuardrail;

interface OfEveryCase {
  /** A sentence: who cannot do what, or who still can. */
  readonly says: string;
  readonly outcome: "denied" | "works";
  /** Over the defaults and examples of the parameters. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
}

/**
 * A request in a member account whose identity and resource policies allow everything, so that only the guardrail
 * decides.
 */
export interface RequestCase extends OfEveryCase {
  readonly request: PlainRequest;
}

/** Something done in an account under the settings. */
export interface ActCase extends OfEveryCase {
  readonly act: Act;
  /** What is attached further down, by whoever may do so there. */
  readonly below?: ManagementDocument;
}
