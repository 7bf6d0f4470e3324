import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { network, refused, renderPage } from '@/test/harness'
import { KnowledgePanel } from './knowledge-panel'

const parking = {
  id: '0199a5c0-0000-7000-8000-000000000001',
  title: 'Parking at our office',
  questions: ['Where do visitors park?'],
  body: 'Behind the house, off Mill Road.',
  language: 'en',
  active: true,
  version: 3,
  updatedBy: 'Olive Owner',
  updatedAt: '2026-11-23T18:00:00Z',
}

const open = (articles = [parking], more = {}, mayChange = true) => {
  const asked = network({ 'GET /api/settings/knowledge': () => articles, ...more })
  renderPage(() => <KnowledgePanel mayChange={mayChange} />)
  return asked
}

test('a try says the answer and names its article; without one it says what the assistant does then', async () => {
  const answers = [{ answer: { articleId: parking.id, title: parking.title, text: parking.body } }, { answer: null }]
  open([], { 'POST /api/settings/knowledge/try': () => answers.shift() })
  await userEvent.type(await screen.findByRole('textbox', { name: 'Ask as a lead would' }), 'where can I park?')
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
  expect(await screen.findByText(parking.body)).toBeVisible()
  expect(screen.getByText(/From “Parking at our office”/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
  expect(await screen.findByText('No article covers this.')).toBeVisible()
})

test('an article is saved for the version that was opened, its questions one a line', async () => {
  const asked = open(undefined, { 'PUT /api/settings/knowledge/*': () => ({ ...parking, version: 4 }) })
  await userEvent.click(await screen.findByRole('button', { name: /Parking at our office/ }))
  await userEvent.type(screen.getByRole('textbox', { name: 'How leads ask for it' }), '\nIs parking free?\n')
  await userEvent.click(screen.getByRole('button', { name: 'Save article' }))
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({ questions: ['Where do visitors park?', 'Is parking free?'] })
})

test('what somebody else saved meanwhile is not overwritten', async () => {
  open(undefined, { 'PUT /api/settings/knowledge/*': () => refused(409, 'stale-version') })
  await userEvent.click(await screen.findByRole('button', { name: /Parking at our office/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Save article' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else changed this article meanwhile.')
})

test('an agent may look and try, not write', async () => {
  open(undefined, {}, false)
  await userEvent.click(await screen.findByRole('button', { name: /Parking at our office/ }))
  expect(screen.getByRole('textbox', { name: 'Title' })).toBeDisabled()
  expect(screen.queryByRole('button', { name: 'Save article' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'New article' })).toBeNull()
})
