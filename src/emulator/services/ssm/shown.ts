import type { Call } from "../../operation.ts";
import { arnOf } from "./name.ts";
import type { ParameterVersion } from "./parameters.ts";

export interface Parameter {
  readonly Name: string;
  readonly Type: string;
  readonly Value: string;
  readonly Version: number;
  readonly Selector?: string;
  readonly LastModifiedDate: number;
  readonly ARN: string;
  readonly DataType: string;
}

/** A version as readers get it; a sealed one opens only to those who ask. */
export function shown(call: Call, parameter: ParameterVersion, { selector, withDecryption = false }: { readonly selector?: string; readonly withDecryption?: boolean }): Parameter {
  const { name, type, version, modifiedAt } = parameter;
  return {
    Name: name,
    Type: type,
    Value: valueFor(parameter, withDecryption),
    Version: version,
    Selector: selector,
    LastModifiedDate: modifiedAt,
    ARN: arnOf(name, call),
    DataType: "text",
  };
}

export const valueFor = ({ value, sealed }: ParameterVersion, withDecryption = false): string => (withDecryption ? value : (sealed ?? value));
