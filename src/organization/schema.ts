import * as z from "zod";
import type { Form } from "./form.ts";
import { FORMS, type FormName } from "./shape-forms.ts";
import { SCHEMAS } from "./shape-schemas.ts";

/** The JSON Schema of the organization file in JSON and YAML: draft 2020-12, with the comments of the interfaces. */
export function organizationSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(SCHEMAS.organization, {
    target: "draft-2020-12",
    override: ({ jsonSchema }) => {
      const form = jsonSchema["form"] as FormName | undefined;
      if (form === undefined) return;
      delete jsonSchema["form"];
      Object.assign(jsonSchema, rulesOf(FORMS[form]));
    },
  });
  return { $schema, title: "landfall organization file", ...rest };
}

/** Names are checked apart from zod, so their rules are put into the schema here. */
function rulesOf(form: Form): Readonly<Record<string, unknown>> {
  return {
    ...(form.min === undefined ? {} : { minLength: form.min }),
    ...(form.max === undefined ? {} : { maxLength: form.max }),
    ...(form.pattern === undefined ? {} : { pattern: form.pattern.source }),
  };
}
