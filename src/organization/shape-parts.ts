// Not `{ z }`: that brings all of zod along, its languages too.
import * as z from "zod";
import { ORGANIZATIONS_QUOTAS } from "../limits/index.ts";
import type { PolicyContent } from "../policy/index.ts";
import type { Form } from "./form.ts";
import { FORMS, type FormName } from "./shape-forms.ts";

/** A text of a form. The form's name travels as zod's message, so that a mistake can be told in words. */
export function text(name: FormName): z.ZodString {
  const form: Form = FORMS[name];
  let schema = z.string();
  if (form.min !== undefined) schema = schema.min(form.min, { error: name });
  if (form.max !== undefined) schema = schema.max(form.max, { error: name });
  return form.pattern === undefined ? schema : schema.regex(form.pattern, { error: name });
}

/** Names are checked apart (shape-names.ts): zod would not look at the value behind a bad key. */
export const named = <T extends z.ZodType>(name: FormName, value: T) => z.record(z.string().meta({ form: name }), value);

export const tags = named("tagKey", text("tagValue"))
  .meta({ id: "Tags", maxProperties: ORGANIZATIONS_QUOTAS.tagsPerResource, description: "Tags as AWS keeps them: up to 50, keys up to 128 and values up to 256 characters." });

/** What stands inside a document is the policy room's to judge. */
export const document = z.looseObject({}) as z.ZodType as z.ZodType<PolicyContent>;
