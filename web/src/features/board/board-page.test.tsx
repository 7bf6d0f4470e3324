import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { DealMoves } from '@/api/generated/types.gen'
import { network, refused, renderPage } from '@/test/harness'
import { board, column, deal } from './board.fixtures'
import { BoardPage } from './board-page'
import type { BoardSearch } from './board-search'

const theo = deal({ name: 'Theo Brandt', stage: 'CONTACTED' })
const nora = deal({ name: 'Nora Whitfield', stage: 'CONTACTED' })
const columns = [column('CONTACTED', [theo, nora]), column('QUALIFIED', []), column('APPOINTMENT_SET', []), column('LOST', [])]

const need = (key: string, sentence: string, holds: boolean, kind: 'BOOK' | 'FILL' | 'CONFIRM' = 'BOOK') => ({
  key,
  sentence,
  holds,
  remedy: holds ? null : { kind, label: 'Book a time', field: null },
})
const appointment = [
  need('REACHABLE', 'A phone number or e-mail with consent', true),
  need('FUTURE_APPOINTMENT', 'An appointment in the future', false),
]

const moves = (): DealMoves => ({
  version: 1,
  from: 'CONTACTED',
  mayOverride: true,
  moves: [
    { to: 'QUALIFIED', name: 'Qualified', inMap: true, allowed: true, guards: [] },
    { to: 'APPOINTMENT_SET', name: 'Appointment set', inMap: true, allowed: false, guards: appointment },
    { to: 'LOST', name: 'Lost', inMap: true, allowed: false, guards: [need('LOST_REASON', 'A reason', false, 'FILL')] },
  ],
})

const me = {
  user: { id: theo.id, name: 'Grace Lindqvist', email: 'grace@harbor-pine.example', mustChangePassword: false },
  member: { ...theo.owner, name: 'Grace Lindqvist', role: 'ADMIN', takingLeads: true, timeZone: 'America/Chicago' },
  agency: {
    id: theo.id,
    name: 'Harbor & Pine',
    slug: 'harbor-pine',
    timeZone: 'America/Chicago',
    currency: 'USD',
    accentHue: 172,
    synthetic: true,
  },
  agencies: [],
}

function Page() {
  const [search, setSearch] = useState<BoardSearch>({})
  return <BoardPage search={search} onSearch={setSearch} />
}

const server = {
  'GET /api/me': () => me,
  'GET /api/board': () => board(columns),
  'GET /api/deals/*/moves': moves,
}
const cards = (stage: RegExp) => within(screen.getByRole('region', { name: stage }))
const moved = { deal: { ...theo, stage: 'QUALIFIED', version: 2 }, moveSeq: 2, undoUntil: '2026-05-14T17:00:00Z' }

test('the keyboard lifts a card, carries it to the next stage and drops it', async () => {
  const user = userEvent.setup()
  const asked = network({ ...server, 'POST /api/deals/*/moves': () => moved })
  renderPage(Page)

  const card = await screen.findByRole('link', { name: 'Theo Brandt' })
  card.focus()
  await user.keyboard(' ')
  await user.keyboard('{ArrowRight}')
  expect(screen.getByText(/Moving/)).toHaveTextContent('Moving Theo Brandt to Qualified')
  await user.keyboard('{Enter}')

  await screen.findByText('Theo Brandt moved to Qualified')
  expect(asked.find((ask) => ask.method === 'POST')).toMatchObject({
    path: `/api/deals/${theo.id}/moves`,
    body: { to: 'QUALIFIED', version: 1 },
  })
})

test('Escape puts a lifted card back and asks nothing', async () => {
  const user = userEvent.setup()
  const asked = network(server)
  renderPage(Page)

  const card = await screen.findByRole('link', { name: 'Theo Brandt' })
  card.focus()
  await user.keyboard(' {ArrowRight}{Escape}')

  expect(screen.queryByText(/Moving/)).not.toBeInTheDocument()
  expect(asked.some((ask) => ask.method === 'POST')).toBe(false)
})

test('a moved card stands in its new column before the server has answered', async () => {
  const user = userEvent.setup()
  let answer = () => {}
  network({
    ...server,
    'POST /api/deals/*/moves': () =>
      new Promise((resolve) => {
        answer = () => resolve(moved)
      }),
  })
  renderPage(Page)

  const card = await screen.findByRole('link', { name: 'Theo Brandt' })
  card.focus()
  await user.keyboard(' {ArrowRight}{Enter}')

  expect(cards(/^Qualified, 1 deal/).getByRole('link', { name: 'Theo Brandt' })).toBeInTheDocument()
  expect(screen.getByRole('region', { name: /^Contacted, 1 deal/ })).toBeInTheDocument()
  answer()
  await screen.findByText('Theo Brandt moved to Qualified')
})

test('a refused move explains itself guard by guard, with focus on the remedy', async () => {
  const user = userEvent.setup()
  const asked = network(server)
  renderPage(Page)

  const card = await screen.findByRole('link', { name: 'Theo Brandt' })
  await user.hover(card)
  card.focus()
  await user.keyboard(' {ArrowRight}{ArrowRight}')
  await screen.findByText(/Needs: an appointment in the future/, { selector: '.mute' })
  await user.keyboard('{Enter}')

  const refusal = await screen.findByRole('alertdialog', { name: 'Not yet: Appointment set', hidden: true })
  expect(within(refusal).getByText('An appointment in the future')).toBeInTheDocument()
  expect(within(refusal).getByRole('link', { name: 'Book a time', hidden: true })).toHaveFocus()
  expect(asked.some((ask) => ask.method === 'POST')).toBe(false)
})

test('an override needs a reason and sends it', async () => {
  const user = userEvent.setup()
  const guards = {
    to: 'QUALIFIED',
    toName: 'Qualified',
    guards: [need('MINIMUM_FACTS', 'The facts', false)],
    mayOverride: true,
    inMap: true,
  }
  const asked = network({
    ...server,
    'POST /api/deals/*/moves': ({ body }) =>
      typeof body === 'object' && body && 'override' in body ? moved : refused(409, 'move-refused', guards),
  })
  renderPage(Page)

  const card = await screen.findByRole('link', { name: 'Theo Brandt' })
  card.focus()
  await user.keyboard(' {ArrowRight}{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Override…', hidden: true }))
  await user.click(await screen.findByRole('button', { name: 'Move and record' }))
  expect(screen.getByRole('textbox', { name: 'Reason, kept in the record' })).toBeInvalid()
  await user.type(screen.getByRole('textbox', { name: 'Reason, kept in the record' }), 'Met at the open house')
  await user.click(screen.getByRole('button', { name: 'Move and record' }))

  await screen.findByText('Theo Brandt moved to Qualified')
  expect(asked.filter((ask) => ask.method === 'POST').at(-1)?.body).toMatchObject({
    override: { reason: 'Met at the open house' },
  })
})

test('losing a deal asks for the reason and nothing else', async () => {
  const user = userEvent.setup()
  const asked = network({ ...server, 'POST /api/deals/*/moves': () => moved })
  renderPage(Page)

  const card = await screen.findByRole('link', { name: 'Nora Whitfield' })
  card.focus()
  await user.keyboard('m')
  const list = within(await screen.findByRole('dialog', { name: 'Move Nora Whitfield' }))
  await waitFor(() =>
    expect(list.getByRole('button', { name: /Appointment set/ })).toHaveTextContent('Needs: an appointment in the future'),
  )
  await user.click(list.getByRole('button', { name: /Lost/ }))
  await user.type(await screen.findByRole('textbox', { name: 'Why was Nora lost?' }), 'Bought elsewhere')
  await user.click(screen.getByRole('button', { name: 'Move to Lost' }))

  await waitFor(() =>
    expect(asked.find((ask) => ask.method === 'POST')?.body).toEqual({ to: 'LOST', version: 1, lostReason: 'Bought elsewhere' }),
  )
})

test('a card that somebody else changed is left where the server has it', async () => {
  const user = userEvent.setup()
  network({ ...server, 'POST /api/deals/*/moves': () => refused(409, 'stale-version', { current: theo }) })
  renderPage(Page)

  const card = await screen.findByRole('link', { name: 'Theo Brandt' })
  card.focus()
  await user.keyboard(' {ArrowRight}{Enter}')

  await screen.findByText(/Theo Brandt changed meanwhile/)
  expect(cards(/^Contacted, 2 deals/).getByRole('link', { name: 'Theo Brandt' })).toBeInTheDocument()
})

test('the list shows the same deals as rows', async () => {
  const user = userEvent.setup()
  network(server)
  renderPage(Page)

  await user.click(await screen.findByRole('button', { name: 'List view' }))

  expect(screen.getByRole('row', { name: /Theo Brandt/ })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Move Theo Brandt' })).toBeInTheDocument()
})
