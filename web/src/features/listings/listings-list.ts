import { infiniteQueryOptions } from '@tanstack/react-query'
import { listingsInfiniteQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { listings } from '@/api/generated/sdk.gen'
import { type ListingsSearch, listingsQuery } from './listings-search'

/** Matches the list under every filter. */
export const everyListing = [{ _id: 'listings' }]

/** The list in pages; the cursor of a page asks for the next. */
export const listingsList = (search: ListingsSearch) => {
  const filters = listingsQuery(search)
  return infiniteQueryOptions({
    queryKey: listingsInfiniteQueryKey({ query: filters }),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam ? { ...filters, cursor: pageParam } : filters
      return (await listings({ query, signal, throwOnError: true })).data
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
