import { AwsError } from "../../aws-error.ts";
import type { Operation } from "../../operation.ts";
import { metadata } from "./list-parameters.ts";
import { selected } from "./name.ts";
import { type PageInput, pageByName } from "./page.ts";
import { versionsOf } from "./parameters.ts";
import { valueFor } from "./shown.ts";

const PAGE = 50;

/** Every kept version, the oldest first. Source: Systems Manager API Reference, "GetParameterHistory". */
export const getParameterHistory: Operation<PageInput & { readonly Name: string; readonly WithDecryption?: boolean }, object> = {
  name: "GetParameterHistory",
  input: { Name: { required: true, min: 1, max: 2048 }, MaxResults: { min: 1, max: PAGE } },
  run(call, input) {
    const { name } = selected(input.Name, call);
    const versions = versionsOf(call, name);
    if (versions.length === 0) throw new AwsError("ParameterNotFound", `Parameter ${name} not found.`);
    const { items, NextToken } = pageByName(`GetParameterHistory:${name}`, versions, ({ version }) => String(version).padStart(12, "0"), input, PAGE);
    return { Parameters: items.map((version) => ({ ...metadata(version), Value: valueFor(version, input.WithDecryption), Labels: [] })), NextToken };
  },
};
