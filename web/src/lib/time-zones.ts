/** The zone of this device. */
export const timeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The zone of this device as one that may be kept: a region with its rules, never a bare `UTC`. */
export const keptZone = () => (timeZone().includes('/') ? timeZone() : 'Etc/UTC')

/** Every region by its name; the device's own is there even when the engine lists it under another spelling. */
export const timeZones = () => [...new Set([keptZone(), ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))])].sort()

/** `CDT`: how people write the zone at that moment. */
export const zoneShort = (zone: string, at: Date) =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at).find((part) => part.type === 'timeZoneName')
    ?.value ?? zone

/** `Austin` for `America/Chicago` is not knowable; `Chicago` is. */
export const zoneCity = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** How far the zone's wall clock is ahead of UTC at that moment, in milliseconds. */
function offsetAt(instant: number, zone: string) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(instant / 1000) * 1000
}

/** The moment when clocks in the zone show that time on that day: `instantAt('2026-05-16', '09:00', 'America/Chicago')`. */
export function instantAt(day: string, time: string, zone: string): number {
  const wall = Date.parse(`${day}T${time.slice(0, 5)}:00Z`)
  const guess = wall - offsetAt(wall, zone)
  // Where the clocks change between the guess and the answer, the offset there decides.
  return wall - offsetAt(guess, zone)
}
