import { type Blueprint, blueprint, BLUEPRINTS, type Choices, type Extra, EXTRAS, growsFrom } from "../blueprints/index.ts";
import { LandfallError, nearest } from "../diagnostics/index.ts";
import type { Flags } from "./flags.ts";

/**
 * The blueprint of that name.
 * @throws LandfallError LF9004 when there is none.
 */
export function blueprintNamed(name: string): Blueprint {
  const found = blueprint(name);
  if (found === undefined) throw unknown("blueprint", name, BLUEPRINTS);
  return found;
}

/**
 * What `--with` and `--grown-from` say about a blueprint.
 * @throws LandfallError LF9004 for a name that does not exist, LF9001 for one that does not go with the blueprint.
 */
export function choicesOf(flags: Flags, chosen: Blueprint): Choices {
  const grownFrom = begunWith(flags.text("grownFrom"), chosen);
  const fitting = [chosen.name, ...(grownFrom === undefined ? [] : [grownFrom.name])];
  const names = flags.list("with").flatMap((list) => list.split(",")).map((name) => name.trim());
  const wanted = new Set(names.map((name) => extraNamed(name, fitting)));
  return { extras: EXTRAS.filter((extra) => wanted.has(extra)), ...(grownFrom === undefined ? {} : { grownFrom }) };
}

function extraNamed(name: string, fitting: readonly string[]): Extra {
  const found = EXTRAS.find((extra) => extra.name === name);
  if (found === undefined) throw unknown("extra", name, EXTRAS.filter(({ fits }) => fits.some((one) => fitting.includes(one))));
  if (!found.fits.some((one) => fitting.includes(one))) {
    throw misfit(`--with ${name} has no effect on the blueprint ${fitting[0] ?? ""}.`, `It goes with ${found.fits.join(" and ")}.`);
  }
  return found;
}

function begunWith(name: string | undefined, chosen: Blueprint): Blueprint | undefined {
  if (name === undefined) return undefined;
  const smaller = growsFrom(chosen.name);
  const found = blueprintNamed(name);
  if (smaller.includes(name)) return found;
  const fix = smaller.length === 0 ? "Leave out --grown-from." : `It grows from ${smaller.join(", ")}.`;
  throw misfit(`The blueprint ${chosen.name} does not grow from ${name}.`, fix);
}

const misfit = (summary: string, fix: string): LandfallError => new LandfallError({ code: "LF9001", severity: "error", summary, fix }, "usage");

function unknown(thing: string, name: string, all: readonly { readonly name: string }[]): LandfallError {
  const names = all.map((one) => one.name);
  const suggestion = nearest(name, names);
  const fix = names.length === 0 ? "This blueprint has none." : `There are ${names.join(", ")}.`;
  return new LandfallError({ code: "LF9004", severity: "error", summary: `There is no ${thing} ${name}.`, suggestion, fix }, "usage");
}
