import { closedSpans } from './open-hours'

const shift = (memberId: string, opens: string, closes: string, timeZone = 'America/Chicago', weekday = 4) => ({
  memberId,
  weekday,
  opens,
  closes,
  timeZone,
})
const clocks = (day: string, ...hours: ReturnType<typeof shift>[]) =>
  closedSpans(day, hours).map(({ from, to }) =>
    [from, to].map((at) => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })).join('-'),
  )

// May 14, 2026 is a Thursday; the viewer of these tests sits in Chicago.
test('before and after work is closed', () => {
  expect(clocks('2026-05-14', shift('a', '09:00', '18:00'))).toEqual(['00:00-09:00', '18:00-00:00'])
})

test('a day without a shift is closed from end to end', () => {
  expect(clocks('2026-05-15', shift('a', '09:00', '18:00'))).toEqual(['00:00-00:00'])
})

test('where one of two works, it is open; the gap between shifts is closed', () => {
  expect(clocks('2026-05-14', shift('a', '09:00:00', '12:00:00'), shift('b', '11:00', '13:00'), shift('a', '15:00', '18:00'))).toEqual([
    '00:00-09:00',
    '13:00-15:00',
    '18:00-00:00',
  ])
})

test('the hours of a member elsewhere are shown on the clock of the viewer', () => {
  expect(clocks('2026-05-14', shift('a', '09:00', '18:00', 'Europe/London'))).toEqual(['00:00-03:00', '12:00-00:00'])
})
