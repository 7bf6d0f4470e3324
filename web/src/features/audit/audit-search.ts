import { infiniteQueryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { auditLogInfiniteQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { auditLog } from '@/api/generated/sdk.gen'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** The page's address. A filter that a bad link spells wrongly is no filter. */
export const auditSearch = z.object({
  who: z.catch(z.optional(z.string()), undefined),
  what: z.catch(z.optional(z.string()), undefined),
  from: z.catch(z.optional(day), undefined),
  to: z.catch(z.optional(day), undefined),
  address: z.catch(z.optional(z.string()), undefined),
})

export type AuditSearch = z.infer<typeof auditSearch>

export const auditQuery = ({ who, what, from, to, address }: AuditSearch) => ({
  ...(who && { who }),
  ...(what && { what }),
  ...(from && { from }),
  ...(to && { to }),
  ...(address && { address }),
})

export const auditList = (search: AuditSearch) => {
  const filters = auditQuery(search)
  return infiniteQueryOptions({
    queryKey: auditLogInfiniteQueryKey({ query: filters }),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam ? { ...filters, cursor: pageParam } : filters
      return (await auditLog({ query, signal, throwOnError: true })).data
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** `member.role-changed` reads "member: role changed". */
export const actionWords = (action: string) => action.replace('.', ': ').replaceAll('-', ' ')
