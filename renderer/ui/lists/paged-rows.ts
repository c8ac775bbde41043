import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';

/** So many rows before the end the next page is asked for, so that scrolling never meets a gap. */
const AHEAD = 60;
const ROWS_PER_PAGE = 200;

type Page = { readonly rows: readonly unknown[] };

type Part = { readonly offset: number; readonly limit: number };

/** A long list, asked for page by page. */
export const pagedQuery = <P extends Page>(queryKey: readonly unknown[], ask: (part: Part) => Promise<P>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => ask({ offset: pageParam, limit: ROWS_PER_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) =>
      last.rows.length < ROWS_PER_PAGE ? undefined : pages.length * ROWS_PER_PAGE,
    placeholderData: keepPreviousData,
  });

/** The rows of a long list that are loaded, and the facts that came with the first of them. */
export function pagedRows<P extends Page>(query: UseInfiniteQueryResult<InfiniteData<P>>) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = query;
  const rows: readonly P['rows'][number][] = data?.pages.flatMap((page) => page.rows) ?? [];
  const loadUpTo = (last: number) => {
    if (last + AHEAD >= rows.length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return { rows, first: data?.pages[0], loadUpTo, error, refetch };
}
