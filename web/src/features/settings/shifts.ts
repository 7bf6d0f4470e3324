import type { Hours } from '@/api/generated/types.gen'

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What a time box and the server both understand. */
export const shortTime = (time: string) => time.slice(0, 5)

export const dayShifts = (hours: Hours[], weekday: number) =>
  hours.filter((shift) => shift.weekday === weekday).toSorted((a, b) => a.opens.localeCompare(b.opens))

/** What is wrong with the shifts of a day, as a sentence; undefined when nothing is. */
export function objection(shifts: Hours[]): string | undefined {
  const sorted = shifts.toSorted((a, b) => a.opens.localeCompare(b.opens))
  if (sorted.some((shift) => !shift.opens || !shift.closes)) return 'Write both times.'
  if (sorted.some((shift) => shift.opens >= shift.closes)) return 'The end comes after the start.'
  if (sorted.some((shift, index) => index > 0 && shift.opens < (sorted[index - 1]?.closes ?? ''))) return 'These times overlap.'
  return undefined
}

/** `Mon to Fri 09:00-18:00, Sat 10:00-16:00`: neighbouring days with the same hours are one span. */
export function hoursLine(hours: Hours[]): string {
  const days = weekdays.map((name, index) => ({
    name: name.slice(0, 3),
    text: dayShifts(hours, index + 1)
      .map((shift) => `${shortTime(shift.opens)}-${shortTime(shift.closes)}`)
      .join(' and '),
  }))
  const spans: { first: string; last: string; text: string; at: number }[] = []
  days.forEach((day, at) => {
    const before = spans.at(-1)
    if (before && before.text === day.text && before.at === at - 1) {
      before.last = day.name
      before.at = at
    } else if (day.text) spans.push({ first: day.name, last: day.name, text: day.text, at })
  })
  if (spans.length === 0) return 'No working hours yet'
  return spans.map(({ first, last, text }) => `${first === last ? first : `${first} to ${last}`} ${text}`).join(', ')
}
