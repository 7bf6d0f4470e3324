import type { ScorecardTerms } from '@/api/generated/types.gen'
import { objectionTo, sumOf, toggled, withWeight } from './terms'

const terms: ScorecardTerms = {
  weights: [
    { criterion: 'FINANCING', points: 40 },
    { criterion: 'TIMELINE', points: 60 },
  ],
  hot: 70,
  warm: 40,
  nurture: 20,
  minimum: [],
  hotNeeds: [],
  warmNeeds: [],
  caps: [],
}

test('a card that adds up has nothing against it', () => {
  expect(objectionTo(terms)).toBeNull()
})

test('weights that do not add up say by how much', () => {
  expect(objectionTo(withWeight(terms, 'FINANCING', 55))).toBe('The weights add up to 115. Take 15 away.')
  expect(objectionTo(withWeight(terms, 'FINANCING', 10))).toBe('The weights add up to 70. Give 30 more.')
})

test('a weight is a whole number from 0 to 100, whatever is typed', () => {
  for (const [typed, kept] of [
    [-4, 0],
    [101, 100],
    [12.6, 13],
    [Number.NaN, 0],
  ] as const)
    expect(sumOf(withWeight(terms, 'FINANCING', typed))).toBe(60 + kept)
})

test('the bands go down', () => {
  expect(objectionTo({ ...terms, warm: 70 })).toBe('Hot must begin above Warm.')
  expect(objectionTo({ ...terms, nurture: 45 })).toBe('Warm must begin above Nurture.')
})

test('what is chosen keeps the order of what is offered', () => {
  expect(toggled(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c'])
  expect(toggled(['a', 'b', 'c'], ['a', 'c'], 'a')).toEqual(['c'])
})
