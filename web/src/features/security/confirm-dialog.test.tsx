import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { removeApp } from '@/api/generated/sdk.gen'
import { type Asked, network, refused, renderPage } from '@/test/harness'
import { ConfirmDialog } from './confirm-dialog'

const said = { outcome: '' }

function Page() {
  return (
    <>
      <button
        type="button"
        onClick={() =>
          void removeApp({ throwOnError: true }).then(
            () => {
              said.outcome = 'removed'
            },
            () => {
              said.outcome = 'refused'
            },
          )
        }
      >
        Remove it
      </button>
      <ConfirmDialog />
    </>
  )
}

const serverWith = (anyOf: string[]) => {
  let proven = false
  return network({
    'DELETE /api/me/totp': () => (proven ? undefined : refused(403, 'step-up-needed')),
    'GET /api/me/confirm': () => ({ anyOf }),
    'POST /api/me/confirm': ({ body }) => {
      proven = JSON.stringify(body) === '{"password":"right"}'
      return proven ? undefined : refused(422, 'invalid', { errors: [{ field: 'password', message: 'does not fit.' }] })
    },
  })
}

const deletions = (asked: Asked[]) => asked.filter((ask) => ask.method === 'DELETE').length

test('asks once, says what was wrong, and then does what was asked', async () => {
  const asked = serverWith(['PASSWORD'])
  renderPage(Page)
  await userEvent.click(await screen.findByRole('button', { name: 'Remove it' }))
  await userEvent.type(await screen.findByLabelText('Password'), 'wrong')
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('does not fit.')
  expect(deletions(asked)).toBe(1)

  await userEvent.clear(screen.getByLabelText('Password'))
  await userEvent.type(screen.getByLabelText('Password'), 'right')
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }))

  await waitFor(() => expect(said.outcome).toBe('removed'))
  expect(deletions(asked)).toBe(2)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('a person who does not confirm is refused, and nothing was repeated', async () => {
  const asked = serverWith(['PASSWORD'])
  renderPage(Page)
  await userEvent.click(await screen.findByRole('button', { name: 'Remove it' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))

  await waitFor(() => expect(said.outcome).toBe('refused'))
  expect(deletions(asked)).toBe(1)
})

test('who has a second step is asked for that and not for the password', async () => {
  serverWith(['TOTP', 'RECOVERY_CODE'])
  renderPage(Page)
  await userEvent.click(await screen.findByRole('button', { name: 'Remove it' }))

  expect(await screen.findByLabelText('Code from your app, or a recovery code')).toHaveFocus()
  expect(screen.queryByLabelText('Password')).not.toBeInTheDocument()
})
