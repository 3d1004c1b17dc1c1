import type { Guardrail, GuardrailPlace, GuardrailSettings, Parameter, ParameterValue } from "./guardrail.ts";

/** What is wrong with one parameter that was given. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly problem: "unknown" | "missing" | "wrong kind";
  /** What it should be: a kind, or for an unknown one the names there are. */
  readonly wants: string;
}

interface Form {
  readonly is: RegExp;
  readonly says: string;
}

/** What the texts of a list have to look like, where a wrong one would make the guardrail let everybody through. */
export const FORMS = {
  account: { is: /^\d{12}$/, says: "a list of account ids, 12 digits each" },
  action: { is: /^[a-z0-9-]+:[A-Za-z*?]+$/, says: "a list of actions such as `s3:GetObject`" },
  github: { is: /^[A-Za-z0-9][A-Za-z0-9-]*(@\d+)?$/, says: "a list of names of GitHub organizations, without wildcards" },
  region: { is: /^([a-z]{2}(-[a-z]+)+-\d+|unspecified)$/, says: "a list of Regions" },
  role: { is: /^[A-Za-z0-9][\w+=,.@/-]*[\w+=,.@/*?-]*$/, says: "a list of names that do not begin with a wildcard" },
  service: { is: /^[a-z0-9-]+$/, says: "a list of prefixes of services such as `s3`" },
} as const satisfies Readonly<Record<string, Form>>;

export type ParameterForm = keyof typeof FORMS;

type Given = Readonly<Record<string, unknown>>;

/** The settings of one use of a guardrail. A parameter of another kind is left out of them. */
export function settingsOf(guardrail: Guardrail, given: Given, place: GuardrailPlace): { readonly settings: GuardrailSettings; readonly problems: readonly ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const parameters: Record<string, ParameterValue> = {};
  const names = guardrail.parameters.map(({ name }) => name);
  for (const parameter of Object.keys(given)) {
    if (!names.includes(parameter)) problems.push({ parameter, problem: "unknown", wants: names.join(", ") });
  }
  for (const parameter of guardrail.parameters) {
    const value = given[parameter.name] ?? defaultOf(parameter, place);
    if (value === undefined) problems.push({ parameter: parameter.name, problem: "missing", wants: parameter.kind });
    else if (isOfKind(value, parameter.kind)) {
      parameters[parameter.name] = value;
      const wants = badly(value, parameter);
      if (wants !== undefined) problems.push({ parameter: parameter.name, problem: "wrong kind", wants });
    } else problems.push({ parameter: parameter.name, problem: "wrong kind", wants: parameter.kind });
  }
  return { settings: { ...place, parameters }, problems };
}

/** Whether a guardrail can be used without an entry in the organization file that gives it parameters. */
export const needsParameters = (guardrail: Guardrail): boolean =>
  guardrail.parameters.some((parameter) => parameter.default === undefined && parameter.from === undefined);

const defaultOf = (parameter: Parameter, place: GuardrailPlace): ParameterValue | undefined =>
  parameter.default ?? (parameter.from === undefined ? undefined : place[parameter.from]);

/** What a value of the right kind should be and is not. A list that is empty would make a policy that AWS refuses, unless it usually is. */
function badly(value: ParameterValue, { default: usual, form, least, most }: Parameter): string | undefined {
  if (typeof value === "number") return least !== undefined && most !== undefined && (value < least || value > most || !Number.isInteger(value)) ? `a whole number from ${least} to ${most}` : undefined;
  if (typeof value === "string") return undefined;
  if (value.length === 0) return Array.isArray(usual) && usual.length === 0 ? undefined : "a list of one text or more";
  return form === undefined || value.every((text) => FORMS[form].is.test(text)) ? undefined : FORMS[form].says;
}

function isOfKind(value: unknown, kind: Parameter["kind"]): value is ParameterValue {
  if (kind === "strings") return Array.isArray(value) && value.every((text) => typeof text === "string");
  return kind === "string" ? typeof value === "string" : typeof value === "number" && Number.isFinite(value);
}

/** A list of texts among the parameters; empty where it is none. */
export function textsOf({ parameters }: GuardrailSettings, name: string): readonly string[] {
  const value = parameters[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** A parameter as it is written into a condition. */
export const textOf = ({ parameters }: GuardrailSettings, name: string): string => String(parameters[name] ?? "");
