/** The shortest way from a file back to itself, the file named at both ends; undefined when there is none. */
export function shortestCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  let shortest: string[] | undefined;
  for (const start of edges.keys()) {
    const cycle = wayBack(start, edges);
    if (cycle !== undefined && (shortest === undefined || cycle.length < shortest.length)) shortest = cycle;
  }
  return shortest;
}

function wayBack(start: string, edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  let ways = [[start]];
  while (ways.length > 0) {
    const next: string[][] = [];
    for (const way of ways) {
      for (const to of edges.get(way.at(-1) ?? "") ?? []) {
        if (to === start) return [...way, to];
        if (seen.has(to)) continue;
        seen.add(to);
        next.push([...way, to]);
      }
    }
    ways = next;
  }
  return undefined;
}
