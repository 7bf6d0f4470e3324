import { ago, countdown, daysBetween, due, dueAt, exact } from './times'

const zone = 'America/Chicago'
const now = new Date('2026-05-14T10:42:00-05:00')
const at = (iso: string) => new Date(iso)

test.each([
  ['2026-05-14T10:41:30-05:00', 'Now'],
  ['2026-05-14T10:16:00-05:00', '26 min'],
  ['2026-05-13T15:30:00-05:00', '19 h'],
  ['2026-05-13T09:00:00-05:00', 'Yesterday'],
  ['2026-05-12T09:00:00-05:00', 'Tue'],
  ['2026-04-13T09:00:00-05:00', 'Apr 13'],
])('%s was %s ago', (iso, text) => {
  expect(ago(at(iso), now, zone)).toBe(text)
})

test.each([
  ['2026-05-14T11:30:00-05:00', 'soon', 'Today, 11:30 AM'],
  ['2026-05-14T17:30:00-05:00', 'quiet', 'Today, 5:30 PM'],
  ['2026-05-16T10:30:00-05:00', 'quiet', 'Sat, 10:30 AM'],
  ['2026-05-24T10:30:00-05:00', 'quiet', 'May 24'],
  ['2026-05-14T10:16:00-05:00', 'late', '26 min late'],
  ['2026-05-14T08:16:00-05:00', 'late', '2 h late'],
  ['2026-05-13T08:16:00-05:00', 'late', 'Yesterday'],
])('what is due at %s is %s: %s', (iso, state, text) => {
  expect(due(at(iso), now, zone)).toEqual({ state, text })
})

test('days are those of the zone, not of UTC', () => {
  expect(daysBetween(at('2026-05-14T23:30:00-05:00'), at('2026-05-15T00:10:00-05:00'), zone)).toBe(1)
  expect(dueAt(at('2026-05-14T23:30:00-05:00'), now, zone)).toBe('Today, 11:30 PM')
})

test('the day a clock changes counts as one day', () => {
  expect(daysBetween(at('2026-03-07T12:00:00-06:00'), at('2026-03-08T12:00:00-05:00'), zone)).toBe(1)
})

test('the exact time names its zone', () => {
  expect(exact(now, zone)).toBe('Thu, May 14, 2026, 10:42:00 AM CDT')
})

test('a countdown never goes below zero', () => {
  expect(countdown(218_000)).toBe('3 min 38 s')
  expect(countdown(38_000)).toBe('38 s')
  expect(countdown(-5)).toBe('0 s')
})
