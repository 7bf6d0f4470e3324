import { passwordHint } from './password-hint'

test('a password is judged by what the page can know of it: its length', () => {
  expect(passwordHint('')).toMatch(/10 characters or more/)
  expect(passwordHint('short')).toBe('5 more to go.')
  expect(passwordHint('ten-letters')).toMatch(/Long enough/)
  expect(passwordHint('门前的老橡树和邻居家的猫门前的')).toMatch(/Good length/)
})
