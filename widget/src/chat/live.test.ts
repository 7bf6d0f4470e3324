import { expect, test, vi } from 'vitest'
import { live } from './live'

const stream = (text: string) => new Response(text, { status: 200, headers: { 'Content-Type': 'text/event-stream' } })
const event = (seq: number) => `id: ${seq}\nevent: message\ndata: ${seq}\n\n`

function following(answers: (() => Response)[]) {
  let lastSeq = 0
  const asked: number[] = []
  const waits: number[] = []
  const connection: boolean[] = []
  const line = live({
    events: async (last) => {
      asked.push(last)
      const next = answers.shift()
      return next ? next() : new Promise(() => undefined)
    },
    lastSeq: () => lastSeq,
    onEvent: ({ data }) => {
      lastSeq = Number(data)
    },
    onConnection: (open) => connection.push(open),
    sleep: async (ms) => {
      waits.push(ms)
    },
  })
  line.start()
  line.start()
  return { asked, waits, connection }
}

test('after a break it goes on from the last message seen', async () => {
  const { asked, connection } = following([() => stream(event(1) + event(2)), () => stream(event(3))])
  await vi.waitFor(() => expect(asked).toEqual([0, 2, 3]))
  expect(connection).toEqual([true, false, true, false])
})

test('a dead server is asked again, later and later', async () => {
  const dead = () => {
    throw new TypeError('Failed to fetch')
  }
  const { asked, waits } = following([dead, () => new Response(null, { status: 503 }), dead, () => stream(event(1))])
  await vi.waitFor(() => expect(asked).toEqual([0, 0, 0, 0, 1]))
  expect(waits.slice(0, 3)).toEqual([...waits.slice(0, 3)].sort((a, b) => a - b))
})

test('the server says when to come back', async () => {
  const { waits } = following([() => new Response(null, { status: 429, headers: { 'Retry-After': '9' } })])
  await vi.waitFor(() => expect(waits).toEqual([9000]))
})

test('a refusal ends it', async () => {
  const { asked } = following([() => new Response(null, { status: 403 })])
  await new Promise((done) => setTimeout(done, 0))
  expect(asked).toEqual([0])
})
