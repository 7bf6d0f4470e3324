import { beforeEach, expect, test, vi } from 'vitest'
import { storage } from '../lib/storage'
import { outbox } from './outbox'
import type { Sent } from './transport'

const accepted = (seq: number): Sent => ({ kind: 'accepted', receipt: { seq } })
const later: Sent = { kind: 'later', afterMs: undefined }
const kept = () => storage('test:')

beforeEach(() => localStorage.clear())

function queue(answers: Sent[]) {
  const sent: string[] = []
  const waits: number[] = []
  let flying = 0
  let most = 0
  const box = outbox({
    kept: kept(),
    send: async ({ clientId }) => {
      most = Math.max(most, ++flying)
      await Promise.resolve()
      sent.push(clientId)
      flying--
      return answers.shift() ?? accepted(sent.length)
    },
    onChange: () => undefined,
    onAccepted: () => undefined,
    sleep: async (ms) => {
      waits.push(ms)
    },
  })
  return { box, sent, waits, most: () => most }
}

const settled = (box: { entries: readonly { status: string }[] }) =>
  vi.waitFor(() => expect(box.entries.filter((one) => one.status !== 'failed')).toEqual([]))

test('messages leave one at a time, in the order they were written', async () => {
  const { box, sent, most } = queue([])
  for (const clientId of ['a', 'b', 'c']) box.put({ clientId, text: clientId })
  await settled(box)
  expect(sent).toEqual(['a', 'b', 'c'])
  expect(most()).toBe(1)
})

test('a lost answer is repeated under the same client id, and waits longer each time', async () => {
  const { box, sent, waits } = queue([later, later, later])
  box.put({ clientId: 'a', text: 'hi' })
  box.put({ clientId: 'b', text: 'there' })
  await settled(box)
  expect(sent).toEqual(['a', 'a', 'a', 'a', 'b'])
  expect(waits).toHaveLength(3)
  expect(waits).toEqual([...waits].sort((x, y) => x - y))
})

test('the server says how long to wait', async () => {
  const { box, waits } = queue([{ kind: 'later', afterMs: 7000 }])
  box.put({ clientId: 'a', text: 'hi' })
  await settled(box)
  expect(waits).toEqual([7000])
})

test('what was not acknowledged survives a reload, and only that', async () => {
  const stuck = outbox({
    kept: kept(),
    send: async ({ clientId }) => (clientId === 'a' ? accepted(1) : later),
    onChange: () => undefined,
    onAccepted: () => undefined,
    sleep: () => new Promise(() => undefined),
  })
  stuck.put({ clientId: 'a', text: 'first' })
  stuck.put({ clientId: 'b', text: 'second', action: { type: 'CHOOSE_SLOT', slotId: 's~1~45' } })
  await vi.waitFor(() => expect(stuck.entries.map((one) => one.status)).toEqual(['waiting']))

  const send = vi.fn(async () => accepted(2))
  const reloaded = outbox({ kept: kept(), send, onChange: () => undefined, onAccepted: () => undefined })
  reloaded.restore()
  await settled(reloaded)
  expect(send.mock.calls).toEqual([[{ clientId: 'b', text: 'second', action: { type: 'CHOOSE_SLOT', slotId: 's~1~45' } }]])
  expect(kept().keys()).toEqual([])
})

test('a refusal stays with its reason, lets the next one pass, and can be tried again or discarded', async () => {
  const refused: Sent = { kind: 'refused', code: 'invalid', detail: 'Shorten `text`.' }
  const { box, sent } = queue([refused, accepted(1), refused])
  box.put({ clientId: 'a', text: 'too long' })
  box.put({ clientId: 'b', text: 'fine' })
  await settled(box)
  expect(box.entries.map(({ clientId, status, reason }) => [clientId, status, reason])).toEqual([['a', 'failed', 'Shorten `text`.']])
  box.retry('a')
  await vi.waitFor(() => expect(sent).toEqual(['a', 'b', 'a']))
  await settled(box)
  box.discard('a')
  expect(box.entries).toEqual([])
  expect(kept().keys()).toEqual([])
})

test('what someone else wrote into the storage is not sent', () => {
  kept().set('out:x', '{"text":1}')
  kept().set('out:y', 'not json')
  const { box } = queue([])
  box.restore()
  expect(box.entries).toEqual([])
  expect(kept().keys()).toEqual([])
})
