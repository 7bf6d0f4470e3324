import * as z from 'zod/mini'
import { analyticsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { dayKey } from '@/lib/times'

const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))), undefined)

export const analyticsSearch = z.object({
  from: day,
  to: day,
  pipeline: z.catch(z.optional(z.enum(['BUYER', 'SELLER', 'RENTAL'])), undefined),
})

export type AnalyticsSearch = z.infer<typeof analyticsSearch>

const DAY = 86_400_000
const back = (days: number) => dayKey(new Date(Date.now() - days * DAY))

export const ranges = [
  { days: 7, label: 'Last 7 days' },
  { days: 30, label: 'Last 30 days' },
  { days: 90, label: 'Last 90 days' },
  { days: 365, label: 'Last 12 months' },
]

export const rangeOf = (days: number) => ({ from: back(days), to: dayKey(new Date()) })

/** Ninety days until somebody asks for others; a range that runs backwards is turned round. */
export function analyticsQuery({ from, to, pipeline }: AnalyticsSearch) {
  const [first = back(90), last = dayKey(new Date())] = from && to && from > to ? [to, from] : [from, to]
  return analyticsOptions({ query: { from: first, to: last, ...(pipeline && { pipeline }) } })
}
