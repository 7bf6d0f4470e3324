import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { FactView, LeadView, TimelineItem } from '@/api/generated/types.gen'
import { EvidenceContext } from './evidence'
import { FactsPanel } from './facts-panel'
import { TimelineEntry } from './timeline-entry'

const fact = (id: string, label: string, display: string, more: Partial<FactView> = {}): FactView => ({
  id,
  key: label.toLowerCase(),
  label,
  value: display,
  display,
  messageId: 'm1',
  origin: 'LOCAL_ENGINE',
  confidence: 0.9,
  at: '2026-05-14T04:02:00Z',
  status: 'CURRENT',
  ...more,
})

const lead: LeadView = {
  id: 'l',
  initials: 'NW',
  displayName: 'Nora Whitfield',
  contactPoints: [],
  source: 'WEB_CHAT',
  createdAt: '2026-05-14T04:02:00Z',
  synthetic: true,
  consents: [],
  facts: [
    fact('price', 'Price', 'about $650k', { quote: 'around 650k' }),
    fact('by', 'Move by', 'July 31', { confidence: 0.4 }),
    fact('by-old', 'Move by', 'mid-August', { status: 'SUPERSEDED', replacedBy: { display: 'July 31', at: '2026-05-14T04:04:00Z' } }),
    fact('agent', 'Agent', 'No', { messageId: null, origin: 'MEMBER', by: { id: 'a', name: 'Ana Reyes', initials: 'AR', colour: 1 } }),
  ],
  stillToAsk: [{ key: 'baths', label: 'Baths' }],
  deals: [],
  appointments: [],
  conversations: [],
}

const said: TimelineItem = {
  type: 'MESSAGE',
  id: 'm1',
  at: '2026-05-14T04:02:00Z',
  conversationId: 'c',
  seq: 1,
  author: 'LEAD',
  text: 'a house around 650k',
  evidence: [{ start: 8, end: 19, factId: 'price', key: 'price' }],
}

const reveal = vi.fn()

function Both() {
  const [pointed, point] = useState<string | null>(null)
  return (
    <EvidenceContext value={{ pointed, point, reveal }}>
      <TimelineEntry item={said} lead={lead} answeredIn={null} />
      <FactsPanel lead={lead} />
    </EvidenceContext>
  )
}

const words = () => screen.getByText('around 650k', { selector: 'mark' })

test('pointing at a fact lights up the words it came from', async () => {
  render(<Both />)
  expect(words()).not.toHaveClass('lit')
  await userEvent.hover(screen.getByText('Price'))
  expect(words()).toHaveClass('lit')
  await userEvent.unhover(screen.getByText('Price'))
  expect(words()).not.toHaveClass('lit')
})

test('the keyboard does what the mouse does, and pressing scrolls to the words', async () => {
  render(<Both />)
  const show = screen.getByRole('button', { name: /show the words about Price/ })
  show.focus()
  expect(await screen.findByText('around 650k', { selector: 'mark.lit' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(reveal).toHaveBeenCalledWith({ factId: 'price', messageId: 'm1' })
})

test('a fact says what it was before, whether it is sure, and whose hand wrote it', () => {
  render(<Both />)
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent)
  expect(rows).toContainEqual(expect.stringContaining('July 31 was mid-August Unsure'))
  expect(rows).toContainEqual(expect.stringContaining('AgentNo Ana Reyes'))
  expect(rows).toContain('BathsNot asked yet')
})

test('earlier answers are kept, struck, with what replaced them', async () => {
  render(<Both />)
  await userEvent.click(screen.getByText('1 earlier answer'))
  expect(screen.getByText('mid-August', { exact: false, selector: '.struck' })).toHaveTextContent(/Replaced May 13 by July 31/)
})
