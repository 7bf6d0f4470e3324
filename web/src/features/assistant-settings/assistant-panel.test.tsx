import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { AssistantPanel } from './assistant-panel'

const saved = {
  engine: 'MODEL',
  models: ['first/model', 'second/model'],
  keyEnd: 'cdef',
  operatorKey: false,
  providerHost: 'openrouter.ai',
  budget: 2000,
  spentMicros: 1_240_000,
  state: { chosen: 'MODEL', answers: 'MODEL', why: null },
  version: 3,
}

const call = {
  id: '01920000-0000-7000-8000-000000000001',
  purpose: 'WORD',
  model: 'first/model',
  provider: 'Loopback',
  prompt: 'word.v1',
  promptTokens: 600,
  completionTokens: 40,
  costMicros: null,
  latencyMillis: 840,
  outcome: 'TIMED_OUT',
  at: '2026-05-14T10:00:00Z',
}

function serve(settings: Record<string, unknown>) {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.url.endsWith('/calls')) return Response.json([call])
    if (request.url.endsWith('/test')) return Response.json({ answered: true, state: saved.state })
    if (request.method === 'GET') return Response.json(settings)
    sent.push(await request.json())
    return Response.json({ ...settings, version: 4 })
  })
  return sent
}

async function open(mayChange = true) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense>
        <AssistantPanel mayChange={mayChange} />
      </Suspense>
    </QueryClientProvider>,
  )
  return screen.findByRole('radio', { name: /Language model/ })
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

test('the key is never there, only its end; what is typed goes out once', async () => {
  const sent = serve(saved)
  await open()
  expect(screen.getByText('cdef')).toBeVisible()
  await userEvent.type(screen.getByLabelText('Replace it by'), 'sk-or-v1-new')
  await press('Save')
  expect(await screen.findByText('cdef')).toBeVisible()
  expect(sent).toEqual([{ engine: 'MODEL', models: ['first/model', 'second/model'], budget: 2000, key: 'sk-or-v1-new', removeKey: false }])
})

test('the order of the models is changed by a button', async () => {
  const sent = serve(saved)
  await open()
  await press(/Ask earlier: second/)
  await press('Save')
  expect(sent).toMatchObject([{ models: ['second/model', 'first/model'] }])
})

test('an amount that is none is not sent', async () => {
  const sent = serve(saved)
  await open()
  await userEvent.clear(screen.getByLabelText('US dollars a month'))
  await userEvent.type(screen.getByLabelText('US dollars a month'), 'lots')
  await press('Save')
  expect(await screen.findByText(/an amount such as 20/)).toBeVisible()
  expect(sent).toEqual([])
})

test('a call of unknown price says so, and what became of it', async () => {
  serve(saved)
  await open()
  expect(screen.getByRole('cell', { name: 'unknown' })).toBeVisible()
  expect(screen.getByRole('cell', { name: 'Too late' })).toBeVisible()
})

test('why the built-in engine answers stands on top', async () => {
  serve({ ...saved, state: { chosen: 'MODEL', answers: 'BUILT_IN', why: 'OVER_BUDGET' } })
  await open()
  expect(screen.getByText(/budget for the model is used up/)).toBeVisible()
})

test('who may not change it can look, without buttons that do nothing', async () => {
  serve(saved)
  await open(false)
  expect(screen.getByText(/You can look/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Test the model' })).toBeNull()
})

test('the test says how it went', async () => {
  serve(saved)
  await open()
  await press('Test the model')
  expect(await screen.findByText(/It answered/)).toBeVisible()
})
