import { expect, test } from 'vitest'
import { readFromChat, readFromHost, wrap } from './envelope'

test('what one side wraps the other side reads', () => {
  expect(readFromChat(wrap({ type: 'unread', count: 3 }))).toEqual({ type: 'unread', count: 3 })
  expect(readFromHost(wrap({ type: 'open', page: 'https://a.example/', ask: '' }))).toEqual({
    type: 'open',
    page: 'https://a.example/',
    ask: '',
  })
})

test('other windows and other shapes are not heard', () => {
  for (const noise of [null, 'close', { type: 'close' }, { mark: 'other', type: 'close' }, { mark: 'doorstep/1', type: 'eval' }]) {
    expect(readFromChat(noise)).toBeUndefined()
    expect(readFromHost(noise)).toBeUndefined()
  }
  expect(readFromHost({ mark: 'doorstep/1', type: 'open', page: 7, ask: '' })).toBeUndefined()
})

test('lengths are bounded', () => {
  expect(readFromChat(wrap({ type: 'unread', count: 1e9 }))).toEqual({ type: 'unread', count: 99 })
  expect(readFromHost(wrap({ type: 'open', page: 'x'.repeat(9999), ask: 'y'.repeat(9999) }))).toMatchObject({
    page: 'x'.repeat(2000),
    ask: 'y'.repeat(500),
  })
})
