import { useQuery } from '@tanstack/react-query'
import { inboxOptions } from '@/api/generated/@tanstack/react-query.gen'

/** How many conversations are mine to answer; the number beside Inbox. Undefined until known. */
export function useWaiting(): number | undefined {
  const { data } = useQuery({ ...inboxOptions({ query: { tab: 'mine' } }), select: (page) => page.counts.mine })
  return data
}
