import type { Calendar } from '@/api/generated/types.gen'
import { instantAt } from '@/lib/time-zones'
import { addDays, startOf, weekdayOf } from './week'

type Hours = Calendar['workingHours'][number]
type Span = { from: number; to: number }

/** When nobody of those works, on a day of the viewer; hours are kept in each member's own zone. */
export function closedSpans(day: string, hours: Hours[]): Span[] {
  const dayStart = startOf(day).getTime()
  const dayEnd = startOf(addDays(day, 1)).getTime()
  const open = hours
    .flatMap((shift) =>
      [addDays(day, -1), day, addDays(day, 1)]
        .filter((date) => weekdayOf(date) === shift.weekday)
        .map((date) => ({ from: instantAt(date, shift.opens, shift.timeZone), to: instantAt(date, shift.closes, shift.timeZone) })),
    )
    .filter((span) => span.to > dayStart && span.from < dayEnd)
    .toSorted((a, b) => a.from - b.from)
  const closed: Span[] = []
  let at = dayStart
  for (const span of open) {
    if (span.from > at) closed.push({ from: at, to: span.from })
    at = Math.max(at, span.to)
  }
  if (at < dayEnd) closed.push({ from: at, to: dayEnd })
  return closed
}
