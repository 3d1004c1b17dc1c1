/** Thrown where something looks into a value that is not known. */
export class LookedInto extends Error {}

const looked = (): never => {
  throw new LookedInto("a value that is not known was looked into");
};

/** Stands where the file has something that cannot be read. It can be passed on, and nothing can be found out about it. */
export const UNKNOWN: object = new Proxy(Object.freeze({}), { get: looked, has: looked, ownKeys: looked, getOwnPropertyDescriptor: looked, getPrototypeOf: looked });
