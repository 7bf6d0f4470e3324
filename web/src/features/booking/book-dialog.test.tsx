import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BookDialog } from './book-dialog'

const id = (last: number) => `0197c0de-0000-7000-8000-00000000000${last}`
const [lead, deal, ana] = [id(1), id(2), id(3)]

const slot = (slotId: string, startsAt: string) => ({ slotId, memberId: ana, startsAt, endsAt: startsAt })
const first = slot('s1', '2026-05-16T15:30:00Z')
const second = slot('s2', '2026-05-16T16:30:00Z')

function serve(book: () => Response) {
  const bodies: unknown[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/slots') return Response.json({ slots: [first, second] })
    if (pathname === '/api/team') return Response.json([])
    bodies.push(await request.json())
    return book()
  })
  const onClose = vi.fn()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BookDialog leadId={lead} leadName="Nora Whitfield" dealId={deal} onClose={onClose} />
    </QueryClientProvider>,
  )
  return { bodies, onClose }
}

const booked = {
  id: id(4),
  version: 1,
  leadId: lead,
  leadName: 'Nora',
  member: { id: ana, name: 'Ana', initials: 'A', colour: 1 },
  kind: 'VIEWING',
  startsAt: first.startsAt,
  endsAt: first.endsAt,
  timeZone: 'America/Chicago',
  status: 'BOOKED',
  outcomeMissing: false,
  createdAt: first.startsAt,
}

test('a free time is chosen and booked for the lead and the deal', async () => {
  const { bodies, onClose } = serve(() => Response.json(booked, { status: 201 }))
  expect(await screen.findByRole('button', { name: 'Book' })).toBeDisabled()
  await userEvent.click(await screen.findByRole('radio', { name: '10:30 AM' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Where' }), '12 Elm Street')
  await userEvent.click(screen.getByRole('button', { name: 'Book' }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(bodies).toEqual([
    { leadId: lead, dealId: deal, memberId: ana, startsAt: first.startsAt, minutes: 30, kind: 'VIEWING', place: '12 Elm Street' },
  ])
})

test('when somebody was quicker, the next free times are offered and one of them can be booked', async () => {
  const answers = [
    Response.json({ type: 'urn:doorstep:problem:slot-taken', status: 409, detail: 'Taken', nextFree: [second] }, { status: 409 }),
    Response.json(booked, { status: 201 }),
  ]
  const { bodies, onClose } = serve(() => answers.shift() ?? Response.error())
  await userEvent.click(await screen.findByRole('radio', { name: '10:30 AM' }))
  await userEvent.click(screen.getByRole('button', { name: 'Book' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody was quicker')
  await userEvent.click(screen.getByRole('button', { name: /11:30 AM|May 16/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Book' }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(bodies).toHaveLength(2)
  expect(bodies[1]).toMatchObject({ startsAt: second.startsAt })
})
