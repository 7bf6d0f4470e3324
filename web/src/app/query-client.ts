import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '@/lib/problem'

const here = () => encodeURIComponent(location.pathname + location.search)
const atTheDoor = () => location.pathname.startsWith('/sign-') || location.pathname === '/second-step'

/** Sends a person whose session ended, or who owes a second step, to where that is mended, and back to the same place afterwards. */
function onFailure(error: unknown) {
  if (!(error instanceof Problem) || atTheDoor()) return
  if (error.status === 401) location.assign(`/sign-in?next=${here()}${error.code === 'second-factor-needed' ? '&step=second' : ''}`)
  if (error.status === 403 && owed.has(error.code)) location.assign(`/second-step?next=${here()}`)
}

const owed = new Set(['mfa-enrolment-needed', 'second-factor-needed'])

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
