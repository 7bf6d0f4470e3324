import { type BoardTab, boardQuery, boardSearch, tabOf, withTab } from './board-search'

test('a bad link loses its bad filter and keeps the others', () => {
  expect(boardQuery(boardSearch.parse({ grade: 'BOILING', owner: 'me', sort: 7, leaking: 'perhaps' }))).toEqual({ owner: 'me' })
})

test('what only concerns the drawing is not asked of the server', () => {
  expect(boardQuery({ view: 'list', stage: 'MET', q: '  ' })).toEqual({})
})

test.each<BoardTab>(['all', 'mine', 'hot', 'leaking'])('the tab %s is found again from its address', (tab) => {
  expect(tabOf(withTab({ owner: 'somebody', grade: 'WARM', leaking: true }, tab))).toBe(tab)
})
