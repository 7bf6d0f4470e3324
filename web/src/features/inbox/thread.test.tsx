import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ConversationView } from '@/api/generated/types.gen'
import { network, refused, renderPage } from '@/test/harness'
import { Thread } from './thread'

const id = '01970000-0000-7000-8000-000000000001'
const ana = { id: '01970000-0000-7000-8000-000000000002', name: 'Ana Reyes', initials: 'AR', colour: 1 }
const text = 'By the end of July. Is there a garage?'

const view = (given: Partial<ConversationView>): ConversationView => ({
  id,
  leadId: id,
  channel: 'WEB_CHAT',
  state: 'ASSISTANT',
  holder: null,
  answerBy: null,
  messages: [
    {
      id,
      seq: 1,
      author: 'LEAD',
      name: 'Camille Ortega',
      member: null,
      text,
      at: '2026-05-14T15:24:00Z',
      evidence: [{ start: 0, end: 18, factId: id, key: 'timeline' }],
      attachment: null,
      sources: [],
    },
  ],
  handovers: [],
  lead: {
    name: 'Camille Ortega',
    initials: 'CO',
    grade: { score: 74, grade: 'HOT', byHand: false },
    wish: '4 bd, Westlake',
    valueMinor: null,
    online: true,
  },
  facts: [],
  stillToAsk: [],
  deal: null,
  legality: [
    { channel: 'WEB_CHAT', allowed: true, reason: 'she is here' },
    { channel: 'SMS', allowed: false, reason: 'no consent yet' },
  ],
  ...given,
})

const me = {
  user: { id: ana.id, name: ana.name, email: 'ana@harbor-pine.example', mustChangePassword: false },
  member: { ...ana, role: 'AGENT', takingLeads: true, timeZone: 'America/Chicago' },
  agency: { id, name: 'Harbor & Pine', slug: 'harbor-pine', timeZone: 'America/Chicago', currency: 'USD', accentHue: 172, synthetic: true },
  agencies: [],
}

const mine = { state: 'MEMBER' as const, holder: ana }
const Page = () => <Thread id={id} tab={undefined} />
const box = () => screen.findByRole('textbox', { name: 'Reply to Camille Ortega' })
const sent = (body: unknown) => ({
  ...view({}).messages[0],
  id: ana.id,
  seq: 2,
  author: 'MEMBER',
  member: ana,
  evidence: [],
  ...(typeof body === 'object' ? body : {}),
})

test('the words that became a fact are marked in the thread', async () => {
  network({ 'GET /api/me': () => me, 'GET /api/conversations/*': () => view({}) })
  renderPage(Page)

  expect(await screen.findByRole('mark')).toHaveTextContent('By the end of July')
  expect(screen.getByRole('log', { name: 'Messages with Camille Ortega' })).toHaveTextContent(text)
})

test('typing while the assistant talks asks once to take over; after that the member may send', async () => {
  const user = userEvent.setup()
  let state = view({})
  const asked = network({
    'GET /api/me': () => me,
    'GET /api/conversations/*': () => state,
    'POST /api/conversations/*/take-over': () => {
      state = view(mine)
    },
    'POST /api/conversations/*/messages': ({ body }) => sent(body),
  })
  renderPage(Page)

  await user.type(await box(), 'H')
  const ask = within(await screen.findByRole('dialog', { name: 'Take over from the assistant?' }))
  await user.click(ask.getByRole('button', { name: 'Take over' }))
  await screen.findByText('You are talking.')
  await user.type(await box(), 'ello{Control>}{Enter}{/Control}')

  await waitFor(() => expect(asked.find((ask) => ask.path.endsWith('/messages'))?.body).toMatchObject({ text: 'Hello' }))
  expect(asked.filter((ask) => ask.path.endsWith('/take-over'))).toHaveLength(1)
})

test('a reply that failed stays visible and is sent again under the same id', async () => {
  const user = userEvent.setup()
  let working = false
  const asked = network({
    'GET /api/me': () => me,
    'GET /api/conversations/*': () => view(mine),
    'POST /api/conversations/*/messages': ({ body }) =>
      working ? sent(body) : refused(503, 'unavailable', { detail: 'The server restarts.' }),
  })
  renderPage(Page)

  await user.type(await box(), 'Calling you at 11')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText(/Not sent. The server restarts./)).toBeInTheDocument()
  working = true
  await user.click(screen.getByRole('button', { name: 'Send again' }))

  await waitFor(() => expect(screen.queryByText(/Not sent/)).not.toBeInTheDocument())
  const ids = asked.filter((ask) => ask.path.endsWith('/messages')).map((ask) => JSON.stringify(ask.body))
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
})

test('the line under the box says per channel what is allowed and why', async () => {
  network({ 'GET /api/me': () => me, 'GET /api/conversations/*': () => view(mine) })
  renderPage(Page)

  expect(await box()).toHaveAccessibleDescription('Chat: she is here Text: no consent yet')
})

test('who waits for a person has an answer button, and a late clock in words', async () => {
  network({
    'GET /api/me': () => me,
    'GET /api/conversations/*': () => view({ state: 'WAITING', answerBy: new Date(Date.now() - 130_000).toISOString() }),
  })
  renderPage(Page)

  expect(await screen.findByText('Camille waits for a person.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Answer' })).toBeInTheDocument()
  expect(screen.getByText('2 min late')).toBeInTheDocument()
})

test('a conversation of another agency says so', async () => {
  network({ 'GET /api/me': () => me })
  renderPage(Page)

  expect(await screen.findByRole('alert')).toHaveTextContent('This conversation is not in your agency')
})
