/**
 * A deep-frozen value as it would come back from disk: members that are undefined are left out. What is frozen
 * and complete already is taken as it is, so a record put back with a small change is not copied whole.
 */
export function frozenRecord<T>(value: T): T {
  return frozen(value, "record") as T;
}

/** Freezes a value that nobody else holds, fresh from JSON. */
export function freezeParsed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const member of Object.values(value)) freezeParsed(member);
  return Object.freeze(value);
}

function frozen(value: unknown, path: string): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object") throw notJson(path, typeof value);
  return Array.isArray(value) ? frozenItems(value, path) : frozenMembers(value, path);
}

function frozenItems(list: readonly unknown[], path: string): readonly unknown[] {
  const copy = list.map((item, index) => frozen(item, `${path}[${index}]`));
  return Object.isFrozen(list) && copy.every((item, index) => item === list[index]) ? list : Object.freeze(copy);
}

function frozenMembers(value: object, path: string): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(path, value.constructor.name);
  const copy: Record<string, unknown> = {};
  let isSame = Object.isFrozen(value);
  for (const [name, member] of Object.entries(value)) {
    const record: unknown = member === undefined ? undefined : frozen(member, `${path}.${name}`);
    isSame &&= record === member && member !== undefined;
    if (record !== undefined) setMember(copy, name, record);
  }
  return isSame ? value : Object.freeze(copy);
}

/** A member called __proto__ must become a member, not a prototype. */
function setMember(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(object, name, { value, enumerable: true });
  else object[name] = value;
}

const notJson = (path: string, what: string): TypeError => new TypeError(`Only plain JSON can be stored; ${path} is a ${what}.`);
