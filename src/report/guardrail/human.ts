import { type Guardrail, needsParameters } from "../../guardrails/index.ts";
import { hang, wrap } from "../layout.ts";
import { list } from "../list.ts";
import { paint, type Style } from "../style.ts";
import { count } from "../words.ts";

const FORMS: Readonly<Partial<Record<Guardrail["form"], string>>> = {
  scp: "service control policy",
  rcp: "resource control policy",
  s3: "S3 policy",
  ec2: "declarative policy for EC2",
};

/** A guardrail as a person wants to know it before attaching it. */
export function guardrailHuman(guardrail: Guardrail, style: Style): string {
  const { name, title, form, reason, source, leaves, parameters, proof } = guardrail;
  const denied = proof.filter(({ outcome }) => outcome === "denied");
  const works = proof.filter(({ outcome }) => outcome === "works");
  const blocks = [
    [...wrap(`${paint(style, "bold", name)}  ${title}`, style.width), `A ${FORMS[form] ?? form}.`],
    wrap(reason, style.width),
    titled("Parameters", parameters.map((parameter) => `${parameter.name}: ${parameter.description}`), style),
    titled("Denied", denied.map(({ says }) => says), style),
    titled("Goes on working", works.map(({ says }) => says), style),
    titled("What it does not stop, and where it does not belong", leaves, style),
    hang("Source: ", source, style),
  ];
  return text(blocks);
}

/** All guardrails, a row each. */
export function guardrailsHuman(guardrails: readonly Guardrail[], style: Style): string {
  const rows = guardrails.map((guardrail) => ({ prefix: "", head: [{ text: guardrail.name }], text: guardrail.title + (needsParameters(guardrail) ? " (needs parameters)" : "") }));
  const last = `${count(guardrails.length, "guardrail")}. Of one: landfall explain ${guardrails[0]?.name ?? "NAME"}`;
  return text([list(rows, style).flat(), wrap(last, style.width)]);
}

const titled = (title: string, texts: readonly string[], style: Style): string[] =>
  texts.length === 0 ? [] : [paint(style, "bold", title), ...texts.flatMap((one) => hang("  - ", one, style))];

const text = (blocks: readonly (readonly string[])[]): string =>
  `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
