import { beforeEach, expect, test, vi } from 'vitest'
import type { ChatMessage } from './contract'
import type { Pending } from './outbox'
import { logView } from './view'

let log: HTMLElement
const actions = { say: vi.fn(), otherTime: vi.fn(), retry: vi.fn(), discard: vi.fn() }

beforeEach(() => {
  vi.clearAllMocks()
  log = document.createElement('div')
  document.body.replaceChildren(log)
})

const said = (seq: number, text: string, extra: Partial<ChatMessage> = {}): ChatMessage => ({
  seq,
  author: 'ASSISTANT',
  name: '',
  text,
  at: '',
  clientId: undefined,
  attachment: undefined,
  ...extra,
})
const pending = (clientId: string, text: string, extra: Partial<Pending> = {}): Pending => ({
  clientId,
  text,
  order: 1,
  status: 'sending',
  reason: '',
  ...extra,
})
const slots = said(2, 'When?', {
  attachment: {
    type: 'SLOTS',
    memberName: 'Ana Reyes',
    timeZone: 'America/Chicago',
    minutes: 45,
    consent: { channel: 'SMS', wording: 'Text me about this viewing. Reply STOP to end.', wordingVersion: 3 },
    days: [
      { date: '2026-05-14', label: '', free: 0, slots: [] },
      { date: '2026-05-16', label: '', free: 1, slots: [{ slotId: 'm~1~45', label: '10:30 AM', start: '' }] },
    ],
  },
})
const button = (name: RegExp) => {
  const found = [...log.querySelectorAll('button')].find((one) => name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''))
  if (!found) throw new Error(`no button ${name}`)
  return found
}

test('words are words, never markup', () => {
  logView(log, actions)([said(1, '<img src=x onerror=alert(1)>')], [])
  expect(log.querySelector('img')).toBeNull()
  expect(log.textContent).toContain('<img src=x onerror=alert(1)>')
})

test('a message keeps its element while others come, and takes over from its pending self', () => {
  const draw = logView(log, actions)
  draw([said(1, 'Hello')], [pending('c', 'Hi')])
  const first = log.firstElementChild
  draw([said(1, 'Hello'), said(2, 'Hi', { author: 'LEAD', clientId: 'c' }), said(3, 'Where?')], [pending('c', 'Hi')])
  expect(log.firstElementChild).toBe(first)
  expect([...log.children].map((one) => one.querySelector('p')?.textContent)).toEqual(['Hello', 'Hi', 'Where?'])
})

test('a late message is put in its place', () => {
  const draw = logView(log, actions)
  draw([said(1, 'one'), said(3, 'three')], [])
  draw([said(1, 'one'), said(2, 'two'), said(3, 'three')], [])
  expect([...log.children].map((one) => one.querySelector('p')?.textContent)).toEqual(['one', 'two', 'three'])
})

test('a time is booked by the button that names it, never by a tap on the time, and without consent', () => {
  logView(log, actions)([slots], [])
  expect(button(/Thu14 May, full/).disabled).toBe(true)
  expect(button(/Choose a time/).disabled).toBe(true)
  button(/10:30 AM/).click()
  expect(actions.say).not.toHaveBeenCalled()
  button(/Book Saturday, 10:30 AM/).click()
  expect(actions.say.mock.calls).toEqual([['Saturday, May 16, 10:30 AM', { type: 'CHOOSE_SLOT', slotId: 'm~1~45' }]])
})

test('consent is given by ticking the box, which starts empty', () => {
  logView(log, actions)([slots], [])
  const box = log.querySelector<HTMLInputElement>('input[type=checkbox]')
  expect(box?.checked).toBe(false)
  box?.click()
  button(/10:30 AM/).click()
  button(/Book Saturday/).click()
  expect(actions.say.mock.calls[0]?.[1]).toEqual({ type: 'CONSENT', channel: 'SMS', granted: true, wordingVersion: 3 })
})

test('what was chosen in a card survives the next message; what was overtaken closes', () => {
  const draw = logView(log, actions)
  draw([slots], [])
  button(/10:30 AM/).click()
  draw([slots, said(3, 'The yard is fenced.')], [])
  expect(button(/Book Saturday/).disabled).toBe(false)
  draw([slots, { ...slots, seq: 4 }], [])
  expect(log.querySelectorAll('.slots')).toHaveLength(1)
})

test('ready answers are offered until something is said', () => {
  const draw = logView(log, actions)
  const question = said(1, 'Buy or sell?', { attachment: { type: 'CHOICES', choices: ['Buy', 'Sell'] } })
  draw([question], [])
  button(/^Sell$/).click()
  expect(actions.say.mock.calls[0]?.[0]).toBe('Sell')
  draw([question], [pending('c', 'Sell')])
  expect(log.querySelector('.chips')).toBeNull()
})

test('a failed message says why and what can be done', () => {
  logView(log, actions)([], [pending('c', 'Hi', { status: 'failed', reason: 'Too long.' })])
  expect(log.textContent).toContain('Not sent. Too long.')
  button(/Try again/).click()
  button(/Discard/).click()
  expect(actions.retry).toHaveBeenCalledWith('c')
  expect(actions.discard).toHaveBeenCalledWith('c')
})

test('a draft stands last, is no news to a screen reader, and gives way to the message', () => {
  const draw = logView(log, actions)
  draw([said(1, 'Hello')], [], 'Thank you.')
  expect(log.lastElementChild?.textContent).toBe('Thank you.')
  expect(log.lastElementChild?.getAttribute('aria-hidden')).toBe('true')
  draw([said(1, 'Hello')], [], 'Thank you. Noted.')
  expect(log.children).toHaveLength(2)
  draw([said(1, 'Hello'), said(2, 'Thank you. Noted.')], [])
  expect(log.lastElementChild?.getAttribute('aria-hidden')).toBeNull()
  expect(log.children).toHaveLength(2)
})
