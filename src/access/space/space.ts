import type { PolicyStatement, Request, RequestContext } from "../../policy/index.ts";
import { exampleResource } from "../example-resource.ts";
import { knownKeysOf } from "../known-keys.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { type MadeRequest, makeRequest } from "../request.ts";
import type { ActionGroup } from "./action-index.ts";
import type { Asker } from "./askers.ts";
import { filler } from "./fill.ts";
import { resourceLike, resourcePatterns } from "./resources.ts";
import { type Dimension, dimensionsOf } from "./samples.ts";

/** All requests of one asker that statements may tell apart: for each resource, every combination of the keys' values. */
export interface Space {
  readonly asker: Asker;
  readonly group: ActionGroup;
  readonly resources: readonly { readonly label: string; readonly made: MadeRequest }[];
  readonly dimensions: readonly Dimension[];
}

/** Who the principal is and where the resource is decides these; they are not varied. */
const GIVEN = /^aws:(?:principal(?:arn|account|type|orgid|orgpaths|isawsservice|servicename|servicenameslist)|resource(?:account|orgid|orgpaths)|userid|username)$/;

/** The space of one asker and one group of actions, for statements that may be about them. */
export function spaceOf(model: AccessModel, account: AccessAccount, { asker, group, statements }: { readonly asker: Asker; readonly group: ActionGroup; readonly statements: readonly PolicyStatement[] }): Space {
  const made = (resource: string | undefined): MadeRequest =>
    makeRequest(model, { principal: asker.principal, action: group.asked, ...(resource === undefined ? {} : { resource }), ...(resource === undefined || namesAccount(resource) ? { resourceAccount: account } : {}), ...(asker.resourcePolicy === undefined ? {} : { resourcePolicy: asker.resourcePolicy }) });
  const other = group.facts === undefined ? undefined : exampleResource(model, group.facts, account);
  const fill = filler(made(other).request.context);
  const setting = { accountId: account.id, region: model.homeRegion, partition: model.partition, fill };
  const named = other === undefined ? [] : resourcePatterns(statements).map((pattern) => ({ label: pattern, made: made(resourceLike(pattern, setting)) }));
  const absent = knownKeysOf(asker.principal);
  const spelled = new Map(Object.keys(made(other).request.context).map((key) => [key.toLowerCase(), key]));
  const dimensions = [...dimensionsOf(statements, fill)].flatMap(([name, { key, samples }]) => (GIVEN.test(name) || isIn(absent, name) ? [] : [{ key: spelled.get(name) ?? key, samples }]));
  return { asker, group, resources: [...named, { label: named.length === 0 ? "" : "any other", made: made(other) }], dimensions };
}

/** Whether the owner of a resource has to be told: its ARN names none. */
const namesAccount = (resource: string): boolean => !/^\d{12}$/.test(resource.split(":")[4] ?? "");

/** `aws:principaltag/*` stands for every tag. */
const isIn = (keys: ReadonlySet<string>, name: string): boolean => keys.has(name) || keys.has(`${name.split("/", 1)[0] ?? ""}/*`);

/** How many requests a space has. */
export const sizeOf = ({ resources, dimensions }: Space): number => dimensions.reduce((size, { samples }) => size * samples.length, resources.length);

/** The values of a space's dimensions in one request: the place of each in its samples. */
export type Point = readonly number[];

/** Visits every request of a space, resource by resource. A key that a request does not have is known to be absent. */
export function eachRequest({ resources, dimensions }: Space, visit: (request: Request, point: Point, resource: number) => void): void {
  for (const [index, { made }] of resources.entries()) {
    const point: number[] = [];
    const walk = (depth: number, context: RequestContext): void => {
      const dimension = dimensions[depth];
      if (dimension === undefined) return visit({ ...made.request, context, contextMode: "exact" }, point, index);
      for (const [at, { value }] of dimension.samples.entries()) {
        point[depth] = at;
        walk(depth + 1, { ...context, [dimension.key]: value });
      }
    };
    walk(0, made.request.context);
  }
}

/** Finds a request in a space: `hopeless` says of one whose other keys are not known that it will not be found, whatever they are. */
export interface Search {
  readonly found: (request: Request, resource: number) => boolean;
  readonly hopeless: (request: Request, resource: number) => boolean;
}

/** The first request of a space that a search finds. */
export function firstRequest({ asker, resources, dimensions }: Space, { found, hopeless }: Search): { readonly request: Request; readonly resource: number } | undefined {
  const open = new Set(dimensions.map(({ key }) => key));
  for (const [index, { made }] of resources.entries()) {
    const walk = (depth: number, context: RequestContext, known: ReadonlySet<string>): Request | undefined => {
      const dimension = dimensions[depth];
      if (dimension === undefined) {
        const request: Request = { ...made.request, context, contextMode: "exact" };
        return found(request, index) ? request : undefined;
      }
      if (hopeless({ ...made.request, context, contextMode: { known } }, index)) return undefined;
      const name = dimension.key.toLowerCase();
      for (const { value } of dimension.samples) {
        const request = value === undefined ? walk(depth + 1, context, new Set([...known, name])) : walk(depth + 1, { ...context, [dimension.key]: value }, known);
        if (request !== undefined) return request;
      }
      return undefined;
    };
    const given = Object.fromEntries(Object.entries(made.request.context).filter(([key]) => !open.has(key)));
    const request = walk(0, given, knownKeysOf(asker.principal));
    if (request !== undefined) return { request, resource: index };
  }
  return undefined;
}
