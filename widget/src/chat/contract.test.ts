import { expect, test } from 'vitest'
import { readAttachment, readConversation, readMessage } from './contract'

const bare = { seq: 2, author: 'ASSISTANT', name: null, text: 'Hello', at: '2026-05-14T09:00:00-05:00', clientId: null, attachment: null }

test('a message without a number or with an unknown author is dropped', () => {
  expect(readMessage(bare)?.text).toBe('Hello')
  for (const wrong of [{ seq: 0 }, { seq: '2' }, { author: 'ADMIN' }]) expect(readMessage({ ...bare, ...wrong })).toBeUndefined()
  for (const wrong of [null, 'x', 7, []]) expect(readMessage(wrong)).toBeUndefined()
})

test('an attachment of a later version leaves the words of its message', () => {
  expect(readMessage({ ...bare, attachment: { type: 'HOLOGRAM' } })).toMatchObject({ text: 'Hello', attachment: undefined })
})

test('links are web links or nothing', () => {
  const booked = (manageUrl: string) => readAttachment({ type: 'BOOKED', manageUrl, icsUrl: '/a/token.ics' })
  expect(booked('https://agency.example/a/t')).toMatchObject({ manageUrl: 'https://agency.example/a/t' })
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'http://[', '']) expect(booked(bad)).toMatchObject({ manageUrl: '' })
})

test('a conversation that has not begun has no messages', () => {
  expect(readConversation({ conversationId: null, state: null, messages: [] })).toEqual({
    conversationId: undefined,
    state: 'ASSISTANT',
    messages: [],
  })
})
