import { calendarOptions } from '@/api/generated/@tanstack/react-query.gen'
import { dayKey } from '@/lib/times'

/** Days are keys as people count them, `2026-05-14`; arithmetic on them knows no zones. */
const DAY = 86_400_000

export const isDay = (key: string) => !Number.isNaN(Date.parse(`${key}T00:00:00Z`))
export const addDays = (key: string, days: number) => new Date(Date.parse(`${key}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
/** 1 is Monday. */
export const weekdayOf = (key: string) => new Date(`${key}T00:00:00Z`).getUTCDay() || 7
export const mondayOf = (key: string) => addDays(key, 1 - weekdayOf(key))
export const weekOf = (key: string) => Array.from({ length: 7 }, (_, index) => addDays(mondayOf(key), index))
/** The moment a day starts on the viewer's clock. */
export const startOf = (key: string) => new Date(`${key}T00:00:00`)
export const today = () => dayKey(new Date())

/** A day more on both sides: the server counts days in the agency's zone, the viewer may sit elsewhere. */
export const weekQuery = (date: string) => calendarOptions({ query: { from: addDays(mondayOf(date), -1), days: 9 } })

/** Six rows of seven days, so that the month keeps its height. */
export function monthGrid(key: string) {
  const first = mondayOf(`${key.slice(0, 7)}-01`)
  return Array.from({ length: 42 }, (_, index) => addDays(first, index))
}

export const addMonths = (key: string, months: number) => {
  const at = new Date(`${key.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}

/** `May 11 to 17, 2026`, `Apr 27 to May 3, 2026`. */
export function rangeTitle(days: string[]) {
  const first = startOf(days[0] ?? today())
  const last = startOf(days.at(-1) ?? today())
  const month = (at: Date) => at.toLocaleDateString('en-US', { month: 'short' })
  const end = month(first) === month(last) ? `${last.getDate()}` : `${month(last)} ${last.getDate()}`
  return `${month(first)} ${first.getDate()} to ${end}, ${last.getFullYear()}`
}
