import type { NewNextAction } from '@/api/generated/types.gen'
import { firstName } from '@/lib/names'

/** A wall-clock time some days from now, in the viewer's zone. */
function day(now: Date, ahead: number, hour: number) {
  const at = new Date(now)
  at.setDate(at.getDate() + ahead)
  at.setHours(hour, 0, 0, 0)
  return at
}

const MONDAY = 1
const untilMonday = (now: Date) => (MONDAY + 7 - now.getDay()) % 7 || 7

/** Three likely next steps, so that a deal is left with one in one tap. */
export function suggestions(name: string, now: Date): NewNextAction[] {
  const who = firstName(name)
  return [
    { kind: 'CALL', title: `Call ${who}`, dueAt: day(now, 1, 10).toISOString() },
    { kind: 'BOOK', title: `Book a time with ${who}`, dueAt: day(now, 1, 15).toISOString() },
    { kind: 'MESSAGE', title: `Ask ${who} how it looks now`, dueAt: day(now, 3, 10).toISOString() },
  ]
}

/** Where "not now" may move it. */
export function snoozes(now: Date): { label: string; until: string }[] {
  return [
    { label: 'In 1 hour', until: new Date(now.getTime() + 3_600_000).toISOString() },
    { label: 'Tomorrow, 9 AM', until: day(now, 1, 9).toISOString() },
    { label: 'Monday, 9 AM', until: day(now, untilMonday(now), 9).toISOString() },
    { label: 'In a week, 9 AM', until: day(now, 7, 9).toISOString() },
  ]
}

export const actionKinds = [
  { value: 'CALL', label: 'Call' },
  { value: 'MESSAGE', label: 'Message' },
  { value: 'EMAIL', label: 'E-mail' },
  { value: 'BOOK', label: 'Book' },
  { value: 'MEET', label: 'Meet' },
  { value: 'DOCUMENT', label: 'Document' },
  { value: 'WAIT', label: 'Wait' },
  { value: 'OTHER', label: 'Other' },
] as const

/** What a date-time box shows for a moment: wall time without a zone. */
export function boxTime(at: string) {
  const when = new Date(at)
  return new Date(when.getTime() - when.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
