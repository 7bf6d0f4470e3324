import { inLanes } from './lanes'

const from = (name: string, start: string, end: string) => ({ name, startsAt: `2026-05-14T${start}:00Z`, endsAt: `2026-05-14T${end}:00Z` })
const look = (...items: ReturnType<typeof from>[]) =>
  Object.fromEntries(inLanes(items).map((one) => [one.item.name, `${one.lane}/${one.lanes}`]))

test('what follows has the whole width', () => {
  expect(look(from('a', '09:00', '10:00'), from('b', '10:00', '11:00'))).toEqual({ a: '0/1', b: '0/1' })
})

test('what overlaps stands side by side', () => {
  expect(look(from('a', '09:00', '10:00'), from('b', '09:30', '10:30'))).toEqual({ a: '0/2', b: '1/2' })
})

test('a lane is used again once it is free, and a chain shares one width', () => {
  expect(look(from('a', '09:00', '10:00'), from('b', '09:30', '11:00'), from('c', '10:15', '12:00'))).toEqual({
    a: '0/2',
    b: '1/2',
    c: '0/2',
  })
})

test('the order of arrival does not matter', () => {
  expect(look(from('late', '13:00', '14:00'), from('early', '09:00', '10:00'))).toEqual({ late: '0/1', early: '0/1' })
})
