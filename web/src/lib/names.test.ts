import { firstName, initials } from './names'

test.each([
  ['Nora Whitfield', 'NW'],
  ['Lena & Paul Hofmann', 'LH'],
  ['(512) 555-0148', '48'],
  ['Cher', 'C'],
  ['Élodie Ångström', 'ÉÅ'],
  ['', '?'],
])('the initials of %s are %s', (name, text) => {
  expect(initials(name)).toBe(text)
})

test('a phone number and an unnamed visitor have no first name', () => {
  expect(firstName('(512) 555-0148')).toBe('(512) 555-0148')
  expect(firstName('Visitor 48F2')).toBe('Visitor 48F2')
  expect(firstName('Nora Whitfield')).toBe('Nora')
})
