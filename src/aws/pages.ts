/**
 * Reads a paged list to its end.
 * @param page asks for one page; its answer carries the token of the next, under either of AWS's names.
 */
export async function allPages<Page extends { NextToken?: string; PaginationToken?: string }, Item>(
  page: (token: string | undefined) => Promise<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  do {
    const answer = await page(token);
    all.push(...(items(answer) ?? []));
    // An empty text ends the Tagging API's pages.
    token = answer.NextToken || answer.PaginationToken || undefined;
  } while (token !== undefined);
  return all;
}
