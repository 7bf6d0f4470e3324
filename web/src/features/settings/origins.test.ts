import { readOrigin } from './origins'

test.each([
  ['https://www.agency.com', 'https://www.agency.com'],
  ['https://www.agency.com/homes?x=1', 'https://www.agency.com'],
  ['agency.com', 'https://agency.com'],
  ['https://agency.com:8443/', 'https://agency.com:8443'],
  ['HTTPS://AGENCY.com', 'https://agency.com'],
  ['http://localhost:5173', 'http://localhost:5173'],
])('%s is the site %s', (typed, origin) => {
  expect(readOrigin(typed)).toBe(origin)
})

test.each([
  '',
  ' ',
  'http://agency.com',
  'agency',
  'javascript:alert(1)',
  'ftp://agency.com',
  'https://me:secret@agency.com',
  'two words.com',
])('%j is no site that may show the chat', (typed) => {
  expect(readOrigin(typed)).toBeNull()
})
