import { expect, test } from 'vitest'
import { sizeOf } from './words'

test('a size is said in the unit that fits, and nothing is nothing', () => {
  expect(sizeOf(0)).toBe('1 kB')
  expect(sizeOf(51_200)).toBe('50 kB')
  expect(sizeOf(1_048_576 * 12.34)).toBe('12.3 MB')
})
