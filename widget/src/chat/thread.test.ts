import { expect, test } from 'vitest'
import type { Author, ChatMessage } from './contract'
import { thread } from './thread'

const message = (seq: number, author: Author = 'ASSISTANT'): ChatMessage => ({
  seq,
  author,
  name: '',
  text: `message ${seq}`,
  at: '2026-05-14T09:00:00-05:00',
  clientId: undefined,
  attachment: undefined,
})

test('messages stand in the order of their numbers, each once, whenever they arrive', () => {
  const talk = thread()
  expect([3, 1, 2, 3].map((seq) => talk.add(message(seq)))).toEqual([true, true, true, false])
  expect(talk.messages().map((one) => one.seq)).toEqual([1, 2, 3])
})

test('the stream goes on from before the first gap', () => {
  const talk = thread()
  talk.add(message(1))
  talk.add(message(3, 'LEAD'))
  expect(talk.lastSeq).toBe(1)
  talk.add(message(2))
  expect(talk.lastSeq).toBe(3)
})

test('an answer is awaited only from the assistant, and only until it is there', () => {
  const talk = thread()
  talk.add(message(2, 'LEAD'))
  expect(talk.awaits(2)).toBe(true)
  talk.state = 'MEMBER'
  expect(talk.awaits(2)).toBe(false)
  talk.state = 'ASSISTANT'
  talk.add(message(3))
  expect(talk.awaits(2)).toBe(false)
})

test('a draft lasts until something is said', () => {
  const talk = thread()
  talk.draft = 'Thank you.'
  talk.add(message(1, 'LEAD'))
  expect(talk.draft).toBe('Thank you.')
  talk.add(message(2))
  expect(talk.draft).toBe('')
})
