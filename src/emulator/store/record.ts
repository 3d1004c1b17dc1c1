/** Values made here: deep-frozen already, so a record put back with small changes is not copied whole. */
const made = new WeakSet<object>();

/** A deep-frozen copy as it would come back from disk: members that are undefined are left out. */
export function frozenRecord<T>(value: T): T {
  return frozen(value, "record") as T;
}

function frozen(value: unknown, path: string): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object") throw notJson(path, typeof value);
  if (made.has(value)) return value;
  const copy = Array.isArray(value) ? value.map((item, index) => frozen(item, `${path}[${index}]`)) : frozenMembers(value, path);
  made.add(copy);
  return Object.freeze(copy);
}

function frozenMembers(value: object, path: string): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(path, value.constructor.name);
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    // A member called __proto__ must become a member, not a prototype.
    if (member !== undefined) Object.defineProperty(copy, name, { value: frozen(member, `${path}.${name}`), enumerable: true });
  }
  return copy;
}

const notJson = (path: string, what: string): TypeError => new TypeError(`Only plain JSON can be stored; ${path} is a ${what}.`);
