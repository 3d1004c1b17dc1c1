/** A key as it is written in an organization file: lower-case words joined by hyphens, at most 50 characters. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    // LogArchive → log-archive, HISProd → his-prod, EC2Settings → ec2-settings, Guardrails1 → guardrails-1
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .replace(/([a-z]{3})(\d)/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, MAX_SLUG)
    .replace(/-+$/, "");
  return slug === "" ? "unnamed" : slug;
}

const MAX_SLUG = 50;

/** The slug of a name, with a number behind it where it is taken already; the result counts as taken from then on. */
export function uniqueSlug(name: string, taken: Set<string>): string {
  const slug = slugOf(name);
  let unique = slug;
  for (let n = 2; taken.has(unique); n++) {
    const tail = `-${n}`;
    unique = `${slug.slice(0, MAX_SLUG - tail.length)}${tail}`;
  }
  taken.add(unique);
  return unique;
}
