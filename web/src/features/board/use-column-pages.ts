import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { boardColumn } from '@/api/generated/sdk.gen'
import type { BoardColumn, BoardColumnData } from '@/api/generated/types.gen'

export type ColumnQuery = Omit<NonNullable<BoardColumnData['query']>, 'cursor'>

/** The pages of one column beyond the first, which came with the board. Asked for only once somebody scrolls there. */
export function useColumnPages(column: BoardColumn, query: ColumnQuery) {
  const [started, setStarted] = useState(false)
  const first = column.nextCursor
  const pages = useInfiniteQuery({
    queryKey: [{ _id: 'boardColumn', stage: column.stage, query, first }],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await boardColumn({
        path: { stage: column.stage },
        query: { ...query, ...(pageParam && { cursor: pageParam }) },
        signal,
        throwOnError: true,
      })
      return data
    },
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
    enabled: started && first != null,
  })
  const waits = first != null && (!pages.data || pages.hasNextPage)
  return {
    pages: first == null ? [] : (pages.data?.pages ?? []),
    more: waits
      ? {
          loading: started && pages.isFetching,
          onReach: () => {
            if (!started) setStarted(true)
            else if (!pages.isFetching && !pages.isError) void pages.fetchNextPage()
          },
        }
      : undefined,
  }
}
