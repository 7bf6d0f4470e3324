import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '@/lib/problem'

/** Sends a person whose session ended to sign in, and back to the same place afterwards. */
function onFailure(error: unknown) {
  if (!(error instanceof Problem && error.signedOut) || location.pathname.startsWith('/sign-')) return
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
}

export const newQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: onFailure }),
    mutationCache: new MutationCache({ onError: onFailure }),
    defaultOptions: {
      queries: {
        // Live events say what changed; the age limit is for what they missed.
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && (error instanceof Problem ? error.status >= 500 : error instanceof TypeError),
      },
    },
  })
