import type { Expectation } from "../../organization/index.ts";
import { arnsMeet } from "../../policy/index.ts";
import type { AccessAccount } from "../model.ts";
import type { ActionIndex, Dimension, Space } from "../space/index.ts";

/** Keys that every request has. Source: IAM User Guide, "AWS global condition context keys", the availability of each. */
const ALWAYS: ReadonlySet<string> = new Set(["aws:requestedregion", "aws:securetransport", "aws:viaawsservice", "aws:currenttime", "aws:epochtime"]);

/** The resources that an expectation is about. */
export const resourcesOf = ({ on = [] }: Expectation, { id }: AccessAccount): string[] => on.map((pattern) => pattern.replaceAll("{account}", id));

/** A space with only the requests that an expectation is about, and that AWS could be sent. */
export function restricted(space: Space, index: ActionIndex, { on, when = {} }: { readonly on: readonly string[]; readonly when?: Readonly<Record<string, string>> | undefined }): Space {
  const given = new Set(Object.keys(when).map((key) => key.toLowerCase()));
  const resources = space.resources.flatMap((one) => {
    const { request } = one.made;
    const { resource } = request;
    if (resource === undefined ? on.length > 0 : !index.isAbout(space.group.index, resource) || (on.length > 0 && !on.some((pattern) => arnsMeet(pattern, resource)))) return [];
    const context = Object.fromEntries(Object.entries(request.context).filter(([key]) => !given.has(key.toLowerCase())));
    return [{ ...one, made: { ...one.made, request: { ...request, context: { ...context, ...when } } } }];
  });
  const dimensions = space.dimensions.flatMap((dimension): Dimension[] => {
    const name = dimension.key.toLowerCase();
    if (given.has(name)) return [];
    return [ALWAYS.has(name) ? { ...dimension, samples: dimension.samples.filter(({ value }) => value !== undefined) } : dimension];
  });
  return { ...space, resources, dimensions };
}
