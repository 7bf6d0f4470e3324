import { slugOf } from './slug'

test.each([
  ['Harbor & Pine Realty', 'harbor-pine-realty'],
  ['  Élan Homes, Zürich ', 'elan-homes-zurich'],
  ['!!!', ''],
  ['Ünïcode 東京', 'unicode'],
  [`${'a'.repeat(39)} bee`, 'a'.repeat(39)],
])('the name %s suggests %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
