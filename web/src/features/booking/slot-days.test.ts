import { slotDays } from './slot-days'

const slot = (memberId: string, startsAt: string) => ({ slotId: `${memberId}${startsAt}`, memberId, startsAt, endsAt: startsAt })

test('times stand under the day of the viewer, in order', () => {
  const days = slotDays([slot('a', '2026-05-17T01:00:00Z'), slot('a', '2026-05-16T15:00:00Z'), slot('a', '2026-05-17T15:00:00Z')])
  // Chicago is five hours behind in May: one o'clock at night there is still the evening before.
  expect(days.map((day) => [day.key, day.slots.length])).toEqual([
    ['2026-05-16', 2],
    ['2026-05-17', 1],
  ])
})

test('a start that two members have free is offered once', () => {
  const [day] = slotDays([slot('a', '2026-05-16T15:00:00Z'), slot('b', '2026-05-16T15:00:00Z')])
  expect(day?.slots.map((one) => one.memberId)).toEqual(['a'])
})

test('the same moment written in two zones is one start', () => {
  expect(slotDays([slot('a', '2026-05-16T15:00:00Z'), slot('b', '2026-05-16T10:00:00-05:00')])[0]?.slots).toHaveLength(1)
})
