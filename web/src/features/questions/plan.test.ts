import type { QuestionLine } from '@/api/generated/types.gen'
import { conditionWords, example, moved } from './plan'

const line = (question: QuestionLine['question'], change: Partial<QuestionLine> = {}): QuestionLine => ({
  question,
  label: question,
  on: true,
  need: 'REQUIRED',
  standardEnglish: `${question}?`,
  standardSpanish: `¿${question}?`,
  fixed: false,
  ...change,
})

test('a row goes to another place and the others close up', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
})

test('the example asks what is on, in own words, and leaves out what its condition rules out', () => {
  const talk = example(
    [
      line('AREA', { english: 'Where in town?' }),
      line('BATHS', { on: false }),
      line('CURRENT_HOME', { when: { key: 'financing', test: 'IS', value: 'cash' } }),
      line('FINANCING'),
      line('TIMELINE', { when: { key: 'financing', test: 'IS_NOT', value: 'CASH' } }),
    ],
    'english',
  )
  expect(talk.map((one) => one.asks)).toEqual(['Where in town?', 'FINANCING?', 'TIMELINE?'])
})

test('the Spanish example has the standard words where the agency has none', () => {
  expect(example([line('AREA', { english: 'Where?' })], 'spanish').map((one) => one.asks)).toEqual(['¿AREA?'])
})

test('a condition is said in words', () => {
  expect(conditionWords({ key: 'financing', test: 'IS_NOT', value: 'CASH' })).toBe('Only when financing is not cash')
  expect(conditionWords({ key: 'areas', test: 'KNOWN' })).toBe('Only when area is known')
})
