import { infiniteQueryOptions } from '@tanstack/react-query'
import { timelineInfiniteQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { timeline } from '@/api/generated/sdk.gen'
import type { TimelineItem } from '@/api/generated/types.gen'
import { dayKey, daysBetween, longDay, monthDay } from '@/lib/times'
import type { TimelineTab } from './lead-search'

/** The newest page first; its cursor asks for what came before. Within a page the newest is last. */
export const timelinePages = (leadId: string) =>
  infiniteQueryOptions({
    queryKey: timelineInfiniteQueryKey({ path: { id: leadId } }),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {}
      return (await timeline({ path: { id: leadId }, query, signal, throwOnError: true })).data
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

const inTab: Record<TimelineTab, TimelineItem['type'][] | null> = {
  everything: null,
  messages: ['MESSAGE'],
  facts: ['FACTS', 'SCORE', 'CONSENT'],
  moves: ['MOVE', 'HANDOVER'],
  appointments: ['APPOINTMENT'],
}

export const shownIn = (tab: TimelineTab, item: TimelineItem) => inTab[tab]?.includes(item.type) ?? true

export type Day = { key: string; title: string; items: TimelineItem[] }

/** `Today, May 14`, `Yesterday, May 13`, `Tuesday, May 12`. */
function dayTitle(at: Date, now: Date) {
  const days = daysBetween(at, now)
  if (days === 0) return `Today, ${monthDay(at)}`
  return days === 1 ? `Yesterday, ${monthDay(at)}` : longDay(at)
}

/** Items in order, under the day (the viewer's) they fell on. */
export function byDay(items: TimelineItem[], now: Date): Day[] {
  const days: Day[] = []
  for (const item of items) {
    const at = new Date(item.at)
    const key = dayKey(at)
    const last = days.at(-1)
    if (last?.key === key) last.items.push(item)
    else days.push({ key, title: dayTitle(at, now), items: [item] })
  }
  return days
}

/** How long the answer to a lead's message took, for the first answer after it. */
export function answeredIn(item: TimelineItem, before: TimelineItem[]): number | null {
  if (item.type !== 'MESSAGE' || item.author === 'LEAD' || item.author === 'SYSTEM') return null
  const previous = before.findLast((one) => one.type === 'MESSAGE' && one.author !== 'SYSTEM')
  if (previous?.type !== 'MESSAGE' || previous.author !== 'LEAD') return null
  return Date.parse(item.at) - Date.parse(previous.at)
}
