import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { inbox } from '@/api/generated/sdk.gen'
import type { InboxPage, InboxRow } from '@/api/generated/types.gen'
import type { InboxTab } from './inbox-search'

/** The list beyond its first page, asked for when somebody wants it; each conversation once, where it stood first. */
export function useMoreConversations(page: InboxPage, query: { tab?: InboxTab }) {
  const [started, setStarted] = useState(false)
  const first = page.nextCursor
  const more = useInfiniteQuery({
    queryKey: [{ _id: 'inbox', query, first }],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await inbox({ query: { ...query, ...(pageParam && { cursor: pageParam }) }, signal, throwOnError: true })
      return data
    },
    initialPageParam: first,
    getNextPageParam: (last) => last.nextCursor,
    enabled: started && first != null,
  })
  const rows = new Map<string, InboxRow>()
  for (const { items } of [page, ...(more.data?.pages ?? [])]) {
    for (const row of items) if (!rows.has(row.conversationId)) rows.set(row.conversationId, row)
  }
  return {
    rows: [...rows.values()],
    loading: started && more.isFetching,
    showMore:
      first != null && (!more.data || more.hasNextPage) ? () => (started ? void more.fetchNextPage() : setStarted(true)) : undefined,
  }
}
