import { instantAt, timeZones, zoneCity, zoneShort } from './time-zones'

const at = (day: string, time: string, zone: string) => new Date(instantAt(day, time, zone)).toISOString()

test('a wall time is found in winter, in summer and on the days when the clocks change', () => {
  expect(at('2026-01-15', '09:00', 'America/Chicago')).toBe('2026-01-15T15:00:00.000Z')
  expect(at('2026-05-16', '09:00:00', 'America/Chicago')).toBe('2026-05-16T14:00:00.000Z')
  expect(at('2026-03-08', '09:00', 'America/Chicago')).toBe('2026-03-08T14:00:00.000Z')
  expect(at('2026-11-01', '09:00', 'America/Chicago')).toBe('2026-11-01T15:00:00.000Z')
  expect(at('2026-03-29', '00:30', 'Europe/London')).toBe('2026-03-29T00:30:00.000Z')
})

test('a zone is named as people write it', () => {
  expect(zoneShort('America/Chicago', new Date('2026-05-16T12:00:00Z'))).toBe('CDT')
  expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
})

test('the zone of the device is among the choices, once', () => {
  expect(timeZones().filter((zone) => zone === 'America/Chicago')).toHaveLength(1)
  expect(timeZones()).not.toContain('UTC')
})
