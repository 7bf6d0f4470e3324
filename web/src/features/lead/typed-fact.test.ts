import { readFact, typedFacts } from './typed-fact'

const read = (key: string, text: string) => {
  const fact = typedFacts.find((one) => one.key === key)
  if (!fact) throw new Error(`no fact ${key}`)
  return readFact(fact, text, 'USD')
}

test('money is kept in minor units with its currency', () => {
  expect(read('price', '$650,000')).toEqual({
    key: 'price',
    value: { max: 65_000_000, currency: 'USD', period: 'total', about: false },
    display: 'up to 650,000 USD',
  })
})

test('areas are a list of names without empty ones', () => {
  expect(read('areas', ' North End, , Riverside ')).toMatchObject({ value: ['North End', 'Riverside'], display: 'North End, Riverside' })
})

test('a date is kept as a date and shown as people say it', () => {
  expect(read('timeline', '2026-07-31')).toMatchObject({ value: { by: '2026-07-31' }, display: 'by July 31, 2026' })
})

test('a choice is kept by its key', () => {
  expect(read('financing', 'PRE_APPROVED')).toMatchObject({ value: 'PRE_APPROVED', display: 'Pre-approved' })
})

test.each([
  ['price', 'soon'],
  ['price', '0'],
  ['beds', 'many'],
  ['beds', '51'],
  ['timeline', 'July'],
  ['financing', 'gold'],
  ['areas', ' , '],
  ['motivation', '   '],
])('%s does not take %j', (key, text) => {
  expect(read(key, text)).toBeNull()
})
