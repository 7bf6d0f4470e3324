import { percent } from '@/lib/percent'
import { length } from './words'

test.each([
  [0, '0%'],
  [0.004, '0.4%'],
  [0.058, '6%'],
  [0.8237, '82%'],
  [1, '100%'],
])('the share %d is %s', (share, text) => {
  expect(percent(share)).toBe(text)
})

test.each([
  [null, 'No answer yet'],
  [0, 'At once'],
  [3, '3 s'],
  [220, '3 min 40 s'],
  [3_600, '1 h'],
  [3_605, '1 h'],
  [93_600, '1 d 2 h'],
  [41 * 86_400 + 7_200, '41 d'],
])('%s seconds are %s', (seconds, text) => {
  expect(length(seconds)).toBe(text)
})
