import { expect, test } from 'vitest'
import { stopped } from './stopped'

const item = { type: 'GUARD', id: '1', at: '2026-05-13T12:00:00Z', quote: 'is it safe', rule: 'steering-en.2/safety' } as const

test('a refusal says what was declined and why', () => {
  expect(stopped({ ...item, side: 'INPUT', kind: 'FAIR_HOUSING' })).toBe('Declined to rate an area or its people: fair housing')
})

test('words that were held back say for what', () => {
  expect(stopped({ ...item, side: 'OUTPUT', kind: 'PRICE_OPINION' })).toBe("The assistant's wording was held back for a price opinion")
})

test('a kind that this page does not know yet is no blank line', () => {
  expect(stopped({ ...item, side: 'OUTPUT', kind: 'NEW' })).toMatch(/held back/)
})
