import { spoken } from './texts'

/** How dates and money read in the chat. Times of slots come as the server said them: they are in the agency's zone, not the visitor's. */
const locale = () => (spoken() === 'es' ? 'es-US' : 'en')
const calendar = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' })

export function dayWords(date: string) {
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return { short: date, long: date, number: '', month: '', full: date }
  const long = calendar({ weekday: 'long' }).format(day)
  return {
    short: calendar({ weekday: 'short' }).format(day),
    long,
    number: String(day.getUTCDate()),
    month: calendar({ month: 'long' }).format(day),
    full: `${long}, ${calendar({ month: 'long', day: 'numeric' }).format(day)}`,
  }
}

/** "Central Time", "United Kingdom Time"; an unknown zone is named as it came. */
export function zoneName(timeZone: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale(), { timeZone, timeZoneName: 'longGeneric' }).formatToParts()
    return parts.find((one) => one.type === 'timeZoneName')?.value ?? timeZone
  } catch {
    return timeZone
  }
}

/** The leaf of an appointment. The offset in the server's text is the agency's, so its wall clock is read as it stands. */
export function appointmentWords(start: string) {
  const [date = '', clock = ''] = start.split('T')
  const [hour = 0, minute = 0] = clock.split(':').map((piece) => Number.parseInt(piece, 10))
  const time = calendar({ hour: 'numeric', minute: '2-digit' }).format(new Date(Date.UTC(2000, 0, 1, hour, minute)))
  return { ...dayWords(date), time }
}

export function money(minor: number, currency: string): string {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(minor / 100)
  } catch {
    return `${minor / 100} ${currency}`
  }
}

export function clockTime(at: string): string {
  const moment = new Date(at)
  return Number.isNaN(moment.getTime()) ? '' : moment.toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' })
}

export const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()
