import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { previewScorecard } from '@/api/generated/sdk.gen'
import type { ScorecardTerms } from '@/api/generated/types.gen'

/** Long enough to drag a weight through, short enough to feel live. */
const SETTLE_MS = 300

/** Who would move under these terms, asked once they rest; null terms ask nothing. */
export function usePreview(terms: ScorecardTerms | null) {
  const [asked, setAsked] = useState(terms)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(terms), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [terms])
  return useInfiniteQuery({
    queryKey: ['scorecardPreview', asked],
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      if (asked === null) throw new Error('no terms to try')
      const query = pageParam ? { cursor: pageParam } : {}
      return (await previewScorecard({ body: asked, query, signal, throwOnError: true })).data
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
