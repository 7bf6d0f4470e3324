import { arrange, cardsOf, foldedAtFirst } from './arrange'
import { board, column, deal } from './board.fixtures'

test('a pending card sits on top of its new column and counts and sums follow', () => {
  const theo = deal({ name: 'Theo Brandt', stage: 'CONTACTED', valueMinor: 540_000_00 })
  const columns = [column('CONTACTED', [theo, deal({})]), column('QUALIFIED', [deal({})])]

  const [contacted, qualified] = arrange(columns, [{ deal: theo, to: 'QUALIFIED' }])

  expect(contacted).toMatchObject({ count: 1, valueMinor: 100_000_00 })
  expect(qualified?.cards[0]).toMatchObject({ name: 'Theo Brandt', stage: 'QUALIFIED' })
  expect(qualified).toMatchObject({ count: 2, valueMinor: 640_000_00 })
})

test('once the server shows the card in its new column the pending move changes nothing', () => {
  const theo = deal({ stage: 'CONTACTED' })
  const columns = [column('CONTACTED', []), column('QUALIFIED', [{ ...theo, stage: 'QUALIFIED' }])]

  expect(arrange(columns, [{ deal: theo, to: 'QUALIFIED' }])).toBe(columns)
})

test('a card from a later page leaves the count of the column it names', () => {
  const far = deal({ stage: 'CONTACTED' })
  const columns = [{ ...column('CONTACTED', [deal({})]), count: 30 }, column('QUALIFIED', [])]

  expect(arrange(columns, [{ deal: far, to: 'QUALIFIED' }]).map((one) => one.count)).toEqual([29, 1])
})

test('pages show each card once and none that is on its way elsewhere', () => {
  const [first, second, leaving] = [deal({}), deal({}), deal({})]
  const contacted = column('CONTACTED', [first])

  const cards = cardsOf(contacted, [{ cards: [first, second] }, { cards: [leaving] }], [{ deal: leaving, to: 'QUALIFIED' }])

  expect(cards).toEqual([first, second])
})

test('the first six open stages stand open, the rest is folded', () => {
  const stages = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((stage) => column(stage, []))
  const won = { ...column('WON', []), kind: 'WON' }

  expect(foldedAtFirst({ ...board([]), columns: [...stages, won] })).toEqual(new Set(['G', 'WON']))
})
