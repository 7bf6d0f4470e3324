import { expect, test } from 'vitest'
import { eventStream, type StreamEvent } from './event-stream'

function feed(...chunks: string[]) {
  const seen: StreamEvent[] = []
  const push = eventStream((event) => seen.push(event))
  for (const chunk of chunks) push(chunk)
  return seen
}

const whole = 'id: 7\nevent: message\ndata: {"seq":7}\n\n'

test('an event arrives with its id and name', () => {
  expect(feed(whole)).toEqual([{ id: '7', name: 'message', data: '{"seq":7}' }])
})

test('it does not matter where the network cuts', () => {
  for (let cut = 1; cut < whole.length; cut++) expect(feed(whole.slice(0, cut), whole.slice(cut))).toEqual(feed(whole))
})

test('all three line ends are line ends, also when CR LF is cut in two', () => {
  const expected = [{ id: undefined, name: 'message', data: 'a\nb' }]
  expect(feed('data: a\r\ndata: b\r\n\r\n')).toEqual(expected)
  expect(feed('data: a\r', '\ndata: b\r', '\n\r', '\n')).toEqual(expected)
  expect(feed('data: a\rdata: b\r\rx')).toEqual(expected)
})

test('a heartbeat says nothing, an event without data is dropped, the id stays', () => {
  expect(feed(':\n\nevent: state\n\nid: 3\ndata:x\n\ndata:y\n\n')).toEqual([
    { id: '3', name: 'message', data: 'x' },
    { id: '3', name: 'message', data: 'y' },
  ])
})
