/** A document in one form, however it was written: a list of one is its member, lists and members stand in order, and once. */
export function plainDocument(value: unknown): unknown {
  if (Array.isArray(value)) {
    const members = [...new Set(value.map((member) => JSON.stringify(plainDocument(member))))].toSorted((a, b) => (a < b ? -1 : 1)).map((text) => JSON.parse(text) as unknown);
    return members.length === 1 ? members[0] : members;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, plainDocument(member)]));
}
