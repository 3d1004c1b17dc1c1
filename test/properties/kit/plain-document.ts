/** A document in one form, however it was written: a list of one is its member, lists and members stand in order. */
export function plainDocument(value: unknown): unknown {
  if (Array.isArray(value)) {
    const members = value.map(plainDocument).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return members.length === 1 ? members[0] : members;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, plainDocument(member)]));
}
