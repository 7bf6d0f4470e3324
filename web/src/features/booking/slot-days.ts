import type { SlotView } from '@/api/generated/types.gen'
import { dayKey } from '@/lib/times'

export type SlotDay = { key: string; at: Date; slots: SlotView[] }

/** Free times under the viewer's day, each start once: when anyone may come, the first free member does. */
export function slotDays(slots: SlotView[]): SlotDay[] {
  const days = new Map<string, SlotDay>()
  const starts = new Set<number>()
  for (const slot of slots.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const at = new Date(slot.startsAt)
    if (starts.has(at.getTime())) continue
    starts.add(at.getTime())
    const key = dayKey(at)
    const day = days.get(key) ?? { key, at, slots: [] }
    day.slots.push(slot)
    days.set(key, day)
  }
  return [...days.values()]
}
