import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { AgencyForm } from './agency-form'

const saved = {
  name: 'Harbor & Pine',
  slug: 'harbor-pine',
  timeZone: 'America/Chicago',
  currency: 'USD',
  accentHue: 172,
  assistantName: 'Pip',
  allowedOrigins: ['https://www.harbor-pine.example'],
  areas: [],
  version: 3,
}

/** A server with one agency: it takes a change only for the version that stands. */
function serve(agency: typeof saved) {
  const asked: Request[] = []
  vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/London'])
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request)
    if (request.method === 'GET') return Response.json(agency)
    if (request.headers.get('If-Match') !== `"${agency.version}"`)
      return Response.json({ type: 'urn:doorstep:problem:stale-version', status: 409, detail: 'Stale' }, { status: 409 })
    Object.assign(agency, await request.json(), { version: agency.version + 1 })
    return Response.json(agency)
  })
  return asked
}

async function open(mayChange = true) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense>
        <AgencyForm mayChange={mayChange} />
      </Suspense>
    </QueryClientProvider>,
  )
  return screen.findByRole('textbox', { name: 'Name' })
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('a change is saved for the version that was read', async () => {
  const agency = { ...saved }
  serve(agency)
  const name = await open()
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await userEvent.type(name, ' Realty')
  await press('Save')
  expect(await screen.findByText('Saved.')).toBeVisible()
  expect(agency).toMatchObject({ name: 'Harbor & Pine Realty', version: 4 })
})

test('what somebody else saved meanwhile is not overwritten; loading it shows theirs', async () => {
  const agency = { ...saved }
  serve(agency)
  const name = await open()
  await userEvent.type(name, ' Realty')
  Object.assign(agency, { name: 'Harbor & Oak', version: 4 })
  await press('Save')
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else changed these settings meanwhile.')
  expect(agency.name).toBe('Harbor & Oak')
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Harbor & Pine Realty')
  await press('Load what stands now')
  expect(await screen.findByDisplayValue('Harbor & Oak')).toBeVisible()
})

test('a site joins the list once, as its origin; a wrong one is refused with the reason', async () => {
  serve({ ...saved })
  await open()
  const site = screen.getByRole('textbox', { name: 'Add a site' })
  await userEvent.type(site, 'http://not-safe.example{Enter}')
  expect(site).toHaveAccessibleDescription(/A site is like/)
  await userEvent.clear(site)
  await userEvent.type(site, 'homes.example/contact{Enter}')
  await userEvent.type(site, 'https://homes.example{Enter}')
  expect(screen.getAllByText('https://homes.example')).toHaveLength(1)
  await press('Remove https://homes.example')
  expect(screen.queryByText('https://homes.example')).toBeNull()
})

test('an agent may look and not change', async () => {
  serve({ ...saved })
  expect(await open(false)).toBeDisabled()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})
