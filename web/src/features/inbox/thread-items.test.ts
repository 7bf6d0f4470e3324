import { threadItems } from './thread-items'

const message = (seq: number, at: string) => ({
  id: `m${seq}`,
  seq,
  author: 'LEAD' as const,
  name: 'Camille Ortega',
  member: null,
  text: 'hi',
  at,
  evidence: [],
  attachment: null,
  sources: [],
})
const handover = (at: string) => ({ from: 'ASSISTANT' as const, to: 'WAITING' as const, by: null, reason: 'asked for a person', at })

test('handovers stand where they happened and each day begins with its line', () => {
  const items = threadItems(
    {
      messages: [message(1, '2026-05-13T23:50:00-05:00'), message(2, '2026-05-14T10:38:00-05:00'), message(3, '2026-05-14T10:41:00-05:00')],
      handovers: [handover('2026-05-14T10:38:30-05:00')],
    },
    'America/Chicago',
  )

  expect(items.map((item) => item.kind)).toEqual(['day', 'message', 'day', 'message', 'handover', 'message'])
})

test('messages of one instant keep their order', () => {
  const at = '2026-05-14T10:38:00-05:00'

  const items = threadItems({ messages: [message(1, at), message(2, at), message(3, at)], handovers: [] })

  expect(items.flatMap((item) => (item.kind === 'message' ? [item.message.seq] : []))).toEqual([1, 2, 3])
})
