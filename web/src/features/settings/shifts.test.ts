import { hoursLine, objection } from './shifts'

const shift = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes })

test('neighbouring days with the same hours are one span', () => {
  const week = [1, 2, 3, 4, 5].map((day) => shift(day, '09:00:00', '18:00:00'))
  expect(hoursLine([...week, shift(6, '10:00', '16:00')])).toBe('Mon to Fri 09:00-18:00, Sat 10:00-16:00')
})

test('a day off in between parts the span, a break shows both shifts', () => {
  expect(hoursLine([shift(1, '09:00', '12:00'), shift(1, '13:00', '17:00'), shift(3, '09:00', '17:00')])).toBe(
    'Mon 09:00-12:00 and 13:00-17:00, Wed 09:00-17:00',
  )
  expect(hoursLine([shift(1, '09:00', '17:00'), shift(3, '09:00', '17:00')])).toBe('Mon 09:00-17:00, Wed 09:00-17:00')
})

test('without hours it says so', () => {
  expect(hoursLine([])).toBe('No working hours yet')
})

test.each([
  ['Write both times.', [shift(1, '', '17:00')]],
  ['The end comes after the start.', [shift(1, '17:00', '09:00')]],
  ['The end comes after the start.', [shift(1, '09:00', '09:00')]],
  ['These times overlap.', [shift(1, '12:00', '17:00'), shift(1, '09:00', '13:00')]],
  [undefined, [shift(1, '09:00', '12:00'), shift(1, '12:00', '17:00')]],
  [undefined, []],
])('%s', (sentence, shifts) => {
  expect(objection(shifts)).toBe(sentence)
})
