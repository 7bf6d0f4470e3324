const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Zone = string | undefined

const formatters = new Map<string, Intl.DateTimeFormat>()
function format(at: Date, zone: Zone, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone ?? ''}${JSON.stringify(options)}`
  const known = formatters.get(key)
  const formatter = known ?? new Intl.DateTimeFormat('en-US', zone ? { ...options, timeZone: zone } : options)
  if (!known) formatters.set(key, formatter)
  // Some engines part the time and AM with a narrow no-break space; our strings have plain ones.
  return formatter.format(at).replace(/\u202f/g, ' ')
}

/** `10:24 AM` */
export const clock = (at: Date, zone?: Zone) => format(at, zone, { hour: 'numeric', minute: '2-digit' })
/** `May 13` */
export const monthDay = (at: Date, zone?: Zone) => format(at, zone, { month: 'short', day: 'numeric' })
/** `Wed` */
export const weekday = (at: Date, zone?: Zone) => format(at, zone, { weekday: 'short' })
/** `Thursday, May 14` */
export const longDay = (at: Date, zone?: Zone) => format(at, zone, { weekday: 'long', month: 'long', day: 'numeric' })
/** `Thu, May 14, 2026, 10:24:05 AM CDT`: what the title of every time says. */
export const exact = (at: Date, zone?: Zone) =>
  format(at, zone, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  })

/** The day as people count it, in the viewer's zone: `2026-05-14`. */
export const dayKey = (at: Date, zone?: Zone) =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', ...(zone ? { timeZone: zone } : {}) }).format(at)

/** Calendar days from `from` to `to`, as the wall calendar counts them. */
export const daysBetween = (from: Date, to: Date, zone?: Zone) =>
  Math.round((Date.parse(dayKey(to, zone)) - Date.parse(dayKey(from, zone))) / DAY)

/** Length: `38 s`, `26 min`, `19 h`, `3 d`. */
export function span(ms: number): string {
  const size = Math.abs(ms)
  if (size < MINUTE) return `${Math.max(1, Math.floor(size / 1000))} s`
  if (size < HOUR) return `${Math.floor(size / MINUTE)} min`
  if (size < DAY) return `${Math.floor(size / HOUR)} h`
  return `${Math.floor(size / DAY)} d`
}

/** A past moment: `Now`, `26 min`, `19 h`, then `Yesterday`, `Wed`, `May 13`. */
export function ago(at: Date, now: Date, zone?: Zone): string {
  const age = now.getTime() - at.getTime()
  if (age < MINUTE) return 'Now'
  if (age < DAY) return span(age)
  return pastDay(at, now, zone)
}

function pastDay(at: Date, now: Date, zone?: Zone): string {
  const days = daysBetween(at, now, zone)
  if (days <= 1) return 'Yesterday'
  return days < 7 ? weekday(at, zone) : monthDay(at, zone)
}

/** A moment on a list of moments: `Today, 11:30 AM`, `Sat, 10:30 AM`, `May 24`. */
export function dueAt(at: Date, now: Date, zone?: Zone): string {
  const days = daysBetween(now, at, zone)
  if (days === 0) return `Today, ${clock(at, zone)}`
  if (Math.abs(days) < 7) return `${weekday(at, zone)}, ${clock(at, zone)}`
  return monthDay(at, zone)
}

export type Due = { state: 'quiet' | 'soon' | 'late'; text: string }

/** How a due time stands: amber under two hours, late from the minute it passed. */
export function due(at: Date, now: Date, zone?: Zone): Due {
  const left = at.getTime() - now.getTime()
  if (left < -DAY) return { state: 'late', text: pastDay(at, now, zone) }
  if (left < 0) return { state: 'late', text: `${span(left)} late` }
  return { state: left < 2 * HOUR ? 'soon' : 'quiet', text: dueAt(at, now, zone) }
}

/** `3 min 38 s`, for a clock that somebody watches run out. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}
