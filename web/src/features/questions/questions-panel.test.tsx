import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import type { QuestionLine, QuestionSettings } from '@/api/generated/types.gen'
import { QuestionsPanel } from './questions-panel'

const line = (question: QuestionLine['question'], label: string, change: Partial<QuestionLine> = {}): QuestionLine => ({
  question,
  label,
  on: true,
  need: 'REQUIRED',
  standardEnglish: `${label} in English?`,
  standardSpanish: `¿${label}?`,
  fixed: false,
  ...change,
})

const settings = (): QuestionSettings => ({
  version: 2,
  unsaid: 'BUY',
  handoverWords: [],
  lists: [
    { track: 'BUY', questions: [line('AREA', 'Area'), line('PRICE', 'Price'), line('CONTACT', 'Phone or e-mail', { fixed: true })] },
    { track: 'RENT', questions: [line('PETS', 'Pets')] },
    { track: 'SELL', questions: [] },
    { track: 'LET', questions: [] },
  ],
})

/** A server that takes a plan for the version that stands, and refuses one wording. */
function serve() {
  const saved: unknown[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json(settings())
    const change = await request.json()
    if (JSON.stringify(change).includes('kids'))
      return Response.json(
        {
          type: 'urn:doorstep:problem:invalid',
          status: 422,
          detail: 'lists.BUY[0].english asks about a protected trait.',
          errors: [{ field: 'lists.BUY[0].english', message: 'asks about a protected trait.' }],
        },
        { status: 422 },
      )
    saved.push(change)
    return Response.json({ ...settings(), version: 3 })
  })
  return saved
}

async function open(mayChange = true) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense>
        <QuestionsPanel mayChange={mayChange} />
      </Suspense>
    </QueryClientProvider>,
  )
  return screen.findByRole('button', { name: 'Move Area, 1 of 3' })
}

test('the arrows move a question, the example follows, and the new order is saved', async () => {
  const saved = serve()
  const handle = await open()

  handle.focus()
  await userEvent.keyboard('{ArrowDown}')

  expect(screen.getByRole('button', { name: 'Move Area, 2 of 3' })).toHaveFocus()
  expect(screen.getByText('Area is now 2 of 3')).toBeInTheDocument()
  const talk = within(screen.getByRole('region', { name: 'Example of the conversation' }))
  expect(talk.getAllByText(/in English/).map((one) => one.textContent)).toEqual([
    'Price in English?',
    'Area in English?',
    'Phone or e-mail in English?',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(saved).toMatchObject([
    { lists: [{ track: 'BUY', questions: [{ question: 'PRICE' }, { question: 'AREA' }, { question: 'CONTACT' }] }, {}, {}, {}] },
  ])
})

test('a wording that is refused says so at its field', async () => {
  serve()
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'Word Area' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'In your words' }), 'Any kids?')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText('asks about a protected trait.')).toBeVisible()
})

test('what reaches the lead can not be switched off, and who may only look changes nothing', async () => {
  serve()
  await open(false)

  expect(screen.getByRole('checkbox', { name: 'Ask: Phone or e-mail' })).toBeDisabled()
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()
})
