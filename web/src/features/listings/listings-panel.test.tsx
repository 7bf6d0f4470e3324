import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { refused, renderPage } from '@/test/harness'
import { ListingsPanel } from './listings-panel'
import type { ListingsSearch } from './listings-search'

const home = {
  id: '0199a5c0-0000-7000-8000-000000000001',
  key: 'K1',
  name: 'Alta Vista bungalow',
  address: '2104 Alta Vista Ave',
  area: 'Travis Heights',
  offer: 'SALE',
  propertyType: 'HOUSE',
  priceMinor: 64_500_000,
  currency: 'USD',
  beds: 3,
  baths: 2,
  status: 'ACTIVE',
  version: 5,
}
const counts = { active: 1, pending: 0, sold: 0, withdrawn: 0 }
const report = {
  rows: 3,
  added: 1,
  changed: 1,
  unchanged: 0,
  refused: 1,
  problems: [{ row: 4, column: 'ListPrice', value: 'ask', message: 'write an amount such as 645000.', refused: true }],
  moreProblems: 0,
  unusedColumns: ['MlsStatus'],
  sample: [{ key: 'K1', name: 'Alta Vista bungalow', priceMinor: 64_500_000, currency: 'USD', status: 'ACTIVE', effect: 'ADDED' }],
}

type Answer = (request: Request) => unknown

/** Files go out as they are, so this network reads no body. */
function network(answers: Record<string, Answer>) {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request)
    const answer = answers[`${request.method} ${new URL(request.url).pathname}`]?.(request)
    return answer instanceof Response ? answer : answer === undefined ? refused(404, 'not-found') : Response.json(answer)
  })
  return asked
}

function Page({ mayChange = true }: { mayChange?: boolean }) {
  const [search, setSearch] = useState<ListingsSearch>({})
  return <ListingsPanel mayChange={mayChange} search={search} onSearch={setSearch} />
}

test('a status is saved as it is chosen, for the version that was read', async () => {
  const asked = network({
    'GET /api/settings/listings': () => ({ items: [home], nextCursor: null, counts }),
    [`PUT /api/settings/listings/${home.id}/status`]: () => ({ ...home, status: 'PENDING', version: 6 }),
  })
  renderPage(Page)
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Status of Alta Vista bungalow' }), 'Pending')
  const put = await vi.waitFor(() => asked.find(({ method }) => method === 'PUT'))
  expect(put?.headers.get('If-Match')).toBe('"5"')
  expect(await put?.json()).toEqual({ status: 'PENDING' })
})

test('a file is read first, what is wrong is named, and only then taken', async () => {
  const asked = network({
    'GET /api/settings/listings': () => ({ items: [], nextCursor: null, counts: { ...counts, active: 0 } }),
    'POST /api/settings/listings/import/preview': () => report,
    'POST /api/settings/listings/import': () => report,
  })
  renderPage(Page)
  await userEvent.click(await screen.findByRole('button', { name: 'Import a file' }))
  await userEvent.upload(screen.getByLabelText(/Choose a CSV or JSON file/), new File(['ListingKey\n'], 'homes.csv', { type: 'text/csv' }))
  expect(await screen.findByText('Row 4, ListPrice')).toBeVisible()
  expect(asked.some(({ url }) => url.endsWith('/import'))).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'Import 2 homes' }))
  expect(await screen.findByText(/^Done/)).toBeVisible()
})

test('a file that is none says so', async () => {
  network({
    'GET /api/settings/listings': () => ({ items: [home], nextCursor: null, counts }),
    'POST /api/settings/listings/import/preview': () => refused(422, 'invalid', { detail: 'file is empty; choose a CSV or JSON file.' }),
  })
  renderPage(Page)
  await userEvent.click(await screen.findByRole('button', { name: 'Import' }))
  await userEvent.upload(screen.getByLabelText(/Choose a CSV or JSON file/), new File([''], 'none.csv', { type: 'text/csv' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('file is empty')
})

test('filters ask the server; a list without a match offers to clear them', async () => {
  const asked = network({
    'GET /api/settings/listings': ({ url }) => ({ items: url.includes('offer=RENT') ? [] : [home], nextCursor: null, counts }),
  })
  renderPage(Page)
  await screen.findByText('Alta Vista bungalow')
  await userEvent.click(screen.getByRole('button', { name: 'Filter by offer' }))
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'To rent', hidden: true }))
  expect(await screen.findByText('No home matches')).toBeVisible()
  expect(asked.at(-1)?.url).toContain('offer=RENT')
})

test('an agent sees the status and changes nothing', async () => {
  network({ 'GET /api/settings/listings': () => ({ items: [home], nextCursor: null, counts }) })
  renderPage(() => <Page mayChange={false} />)
  expect(await screen.findByText('Alta Vista bungalow')).toBeVisible()
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull()
})
