import type { TimelineItem } from '@/api/generated/types.gen'
import { answeredIn, byDay, shownIn } from './timeline-pages'

const message = (id: string, author: 'LEAD' | 'ASSISTANT' | 'MEMBER' | 'SYSTEM', at: string): TimelineItem => ({
  type: 'MESSAGE',
  id,
  at,
  conversationId: 'c',
  seq: 1,
  author,
  text: 'Hello',
  evidence: [],
})

const asked = message('1', 'LEAD', '2026-05-14T04:02:00Z')
const answered = message('2', 'ASSISTANT', '2026-05-14T04:02:01Z')
const again = message('3', 'MEMBER', '2026-05-14T13:41:00Z')

test('items stand under the day of the viewer', () => {
  // Chicago is five hours behind in May: two past four at night UTC is the evening before.
  const days = byDay([asked, answered, again], new Date('2026-05-14T18:00:00Z'))
  expect(days.map((day) => [day.title, day.items.length])).toEqual([
    ['Yesterday, May 13', 2],
    ['Today, May 14', 1],
  ])
})

test('the first answer after a lead says how long it took; what follows it does not', () => {
  expect(answeredIn(answered, [asked])).toBe(1000)
  expect(answeredIn(again, [asked, answered])).toBeNull()
  expect(answeredIn(asked, [])).toBeNull()
})

test('a system line between question and answer does not hide the question', () => {
  expect(answeredIn(answered, [asked, message('s', 'SYSTEM', '2026-05-14T04:02:00Z')])).toBe(1000)
})

test('tabs only leave things out', () => {
  expect(shownIn('everything', asked)).toBe(true)
  expect(shownIn('messages', asked)).toBe(true)
  expect(shownIn('moves', asked)).toBe(false)
})
