import { code, page, table } from "./markdown.mjs";

/** Every key of the organization file, from its JSON Schema. */
export const organizationFilePage = ({ organizationSchema }) => {
  const schema = organizationSchema();
  return {
    path: "docs/reference/organization-file.md",
    text: page(
      "# The organization file",
      "`landfall.config.ts` exports `defineOrganization({ ... })`; `landfall.config.json` and `landfall.config.yaml` hold the same keys. `landfall schema` prints the JSON Schema this page is made from.",
      section("Organization", schema),
      Object.entries(schema.$defs).flatMap(([name, definition]) => section(name, definition)),
    ),
  };
};

function section(name, schema) {
  const { description, properties, required = [] } = schema;
  const heading = [`## ${name}`, description];
  if (properties === undefined || Object.keys(properties).length === 0) return [...heading, `An ${typeOf(schema)}.`];
  const rows = Object.entries(properties).map(([key, value]) => [code(key), typeOf(value), `${required.includes(key) ? "Required. " : ""}${value.description ?? ""}`]);
  return [...heading, table(["Key", "Value", "Meaning"], rows)];
}

/** What a value may be, in words. */
function typeOf(schema) {
  if (schema.$ref !== undefined) return linkTo(schema.$ref);
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(JSON.stringify(value))).join(" or ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
  if (schema.type === "string") return "text";
  if (schema.type === "boolean") return "true or false";
  if (schema.type !== "object") return schema.type ?? "anything";
  const { additionalProperties: values } = schema;
  return values === undefined || values === false || Object.keys(values).length === 0 ? "object" : `object of ${typeOf(values)} by name`;
}

const linkTo = (ref) => {
  const name = ref.replace("#/$defs/", "");
  return `[${name}](#${name.toLowerCase()})`;
};
