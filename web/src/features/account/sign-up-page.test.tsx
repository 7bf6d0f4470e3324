import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SignUpPage } from './sign-up-page'

async function openSignUp(answer: Response) {
  const asked = vi.fn(async (_request: Request) => answer)
  vi.stubGlobal('fetch', asked)
  // All four hundred zones make finding by role slow.
  vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/London'])
  const root = createRootRoute()
  const page = createRoute({ getParentRoute: () => root, path: '/sign-up', component: SignUpPage })
  const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in' })
  const router = createRouter({
    routeTree: root.addChildren([page, signIn]),
    history: createMemoryHistory({ initialEntries: ['/sign-up'] }),
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { name: 'Set up your agency' })
  return asked
}

const field = (name: string) => screen.getByRole('textbox', { name })

test('the name suggests the address until somebody writes one', async () => {
  await openSignUp(Response.json({}))
  const person = userEvent.setup({ delay: null })
  await person.type(field('Agency'), 'Harbor & Pine')
  expect(field('Short address')).toHaveValue('harbor-pine')
  await person.clear(field('Short address'))
  await person.type(field('Short address'), 'hp')
  await person.type(field('Agency'), ' Realty')
  expect(field('Short address')).toHaveValue('hp')
})

test('the zone of the device is chosen', async () => {
  await openSignUp(Response.json({}))
  expect(screen.getByRole('combobox', { name: 'Time zone' })).toHaveValue('America/Chicago')
})

test('what the server refuses stands beside its field, and nothing that was written is lost', async () => {
  const asked = await openSignUp(
    Response.json(
      { type: 'urn:doorstep:problem:invalid', status: 422, errors: [{ field: 'slug', message: 'is taken by another agency' }] },
      { status: 422 },
    ),
  )
  const person = userEvent.setup({ delay: null })
  await person.type(field('Agency'), 'Harbor & Pine')
  await person.type(field('Your name'), 'Ana Reyes')
  await person.type(field('E-mail'), 'ana@harbor-pine.example')
  await person.type(screen.getByLabelText('Password'), 'ten-letters')
  await person.click(screen.getByRole('button', { name: 'Set up the agency' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('is taken by another agency')
  expect(field('Short address')).toHaveAccessibleDescription('is taken by another agency')
  expect(field('Agency')).toHaveValue('Harbor & Pine')
  expect(asked).toHaveBeenCalledOnce()
})
