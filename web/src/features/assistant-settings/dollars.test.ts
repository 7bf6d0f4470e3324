import { ofCents, ofMicros, readCents } from './dollars'

test('an amount is read as people write it', () => {
  expect(['20', '$20', '1,250.50', ' 0 ', '0.05'].map(readCents)).toEqual([2000, 2000, 125050, 0, 5])
})

test('what is no amount is none', () => {
  expect(['', 'ten', '-1', '1.234', '1e9', '20 EUR'].map(readCents)).toEqual([null, null, null, null, null, null])
})

test('small costs keep their digits', () => {
  expect([ofCents(2000), ofMicros(400), ofMicros(1_240_000)]).toEqual(['$20.00', '$0.0004', '$1.24'])
})
