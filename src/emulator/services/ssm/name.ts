import { formatArn, parseArn } from "../../../ids/index.ts";
import { AwsError } from "../../aws-error.ts";
import type { Call } from "../../operation.ts";
import { partitionNamed } from "../../partitions.ts";

/** Levels of a hierarchy, and characters of a whole ARN. Source: Systems Manager API Reference, "PutParameter". */
const DEEPEST = 15;
const LONGEST_ARN = 1011;

const BAD_NAME =
  'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_';

/** A name and the version asked for, if any: `name:3`. */
export interface Selected {
  readonly name: string;
  readonly selector?: string;
}

/** The name a new parameter gets; throws what AWS finds wrong with it. Spaces around it are taken off. */
export function newName(given: string, call: Call): string {
  const name = given.trim();
  refuseMalformed(name);
  // Unconfirmed: the name of the error for names that begin with "aws".
  if (/^\/?aws/i.test(name)) throw new AwsError("AccessDeniedException", `No access to reserved parameter name: ${name}.`);
  if (levelsOf(name) > DEEPEST) {
    throw new AwsError("HierarchyLevelLimitExceededException", `Hierarchy depth exceeds the maximum of ${DEEPEST} levels.`);
  }
  if (arnOf(name, call).length > LONGEST_ARN) throw validation(`Parameter name exceeds the maximum length of ${LONGEST_ARN} characters, its ARN included.`);
  return name;
}

/** What a reader asks for: a name or an ARN of this account and Region, with or without a version. */
export function selected(given: string, call: Call): Selected {
  const text = given.trim();
  const arn = parseArn(text);
  if (!arn) return select(text);
  const isHere = arn.service === "ssm" && arn.accountId === call.principal.accountId && arn.region === call.region;
  if (!isHere || !arn.resource.startsWith("parameter/")) {
    throw new AwsError("NotImplemented", "landfall's emulator does not implement parameters shared from other accounts or Regions");
  }
  const path = arn.resource.slice("parameter/".length);
  return select(path.includes("/") ? `/${path}` : path);
}

function select(text: string): Selected {
  const at = text.indexOf(":");
  const name = at < 0 ? text : text.slice(0, at);
  refuseMalformed(name);
  return at < 0 ? { name } : { name, selector: text.slice(at) };
}

/** A name with more than one level must say so with a slash in front. */
function refuseMalformed(name: string): void {
  const isPath = name.includes("/");
  const segments = name.startsWith("/") ? name.slice(1).split("/") : [name];
  const isWellFormed = segments.every((segment) => /^[a-zA-Z0-9_.-]+$/.test(segment));
  if (!isWellFormed || (isPath && !name.startsWith("/")) || /^\/?ssm/i.test(name)) throw validation(BAD_NAME);
}

const levelsOf = (name: string): number => name.split("/").filter((segment) => segment !== "").length;

export const arnOf = (name: string, { region, principal }: Call): string =>
  formatArn({ partition: partitionNamed(region), service: "ssm", region, accountId: principal.accountId, resource: `parameter${name.startsWith("/") ? "" : "/"}${name}` });

export const validation = (message: string): AwsError => new AwsError("ValidationException", message);
