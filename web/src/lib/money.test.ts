import { fullMoney, shortMoney } from './money'

test.each([
  [650_000_00, '$650k'],
  [1_250_000_00, '$1.25M'],
  [999_600_00, '$1.00M'],
  [24_900_000_00, '$24.9M'],
  [1_850_00, '$1,850'],
  [0, '$0'],
])('%d cents are short %s', (amount, text) => {
  expect(shortMoney({ amount, currency: 'USD' })).toBe(text)
})

test('records show every unit, in their own currency', () => {
  expect(fullMoney({ amount: 650_000_00, currency: 'USD' })).toBe('$650,000')
  expect(shortMoney({ amount: 480_000_00, currency: 'GBP' })).toBe('£480k')
})
