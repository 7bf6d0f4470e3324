import { infiniteQueryOptions } from '@tanstack/react-query'
import { leadsInfiniteQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { leads } from '@/api/generated/sdk.gen'
import { type LeadsSearch, leadsQuery } from './leads-search'

/** The list in pages; the cursor of a page asks for the next. */
export const leadsList = (search: LeadsSearch) => {
  const filters = leadsQuery(search)
  return infiniteQueryOptions({
    queryKey: leadsInfiniteQueryKey({ query: filters }),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam ? { ...filters, cursor: pageParam } : filters
      return (await leads({ query, signal, throwOnError: true })).data
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
