import type { Guardrail, GuardrailPlace, GuardrailSettings, Parameter, ParameterValue } from "./guardrail.ts";

/** What is wrong with one parameter that was given. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly problem: "unknown" | "missing" | "wrong kind";
  /** What it should be: a kind, or for an unknown one the names there are. */
  readonly wants: string;
}

type Given = Readonly<Record<string, unknown>>;

/** The settings of one use of a guardrail. A parameter that has a problem is left out of them. */
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
    else if (isOfKind(value, parameter.kind)) parameters[parameter.name] = value;
    else problems.push({ parameter: parameter.name, problem: "wrong kind", wants: parameter.kind });
  }
  return { settings: { ...place, parameters }, problems };
}

/** Whether a guardrail can be used without an entry in the organization file that gives it parameters. */
export const needsParameters = (guardrail: Guardrail): boolean =>
  guardrail.parameters.some((parameter) => parameter.default === undefined && parameter.from === undefined);

const defaultOf = (parameter: Parameter, place: GuardrailPlace): ParameterValue | undefined =>
  parameter.default ?? (parameter.from === undefined ? undefined : place[parameter.from]);

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
