import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { network, refused, renderPage } from '@/test/harness'
import { ApiKeysPanel } from './api-keys-panel'

const forms = {
  id: '0199a5c0-0000-7000-8000-000000000001',
  name: 'Website forms',
  start: 'ds_live_abcdefghij',
  scopes: ['leads:write'],
  state: 'IN_USE',
  maker: { id: '0199a5c0-0000-7000-8000-000000000002', name: 'Grace Lindqvist', initials: 'GL', colour: 1 },
  createdAt: '2026-11-23T18:00:00Z',
  expiresAt: null,
  lastUsedAt: null,
  lastAddress: null,
}
const scopes = [
  { code: 'leads:read', meaning: 'See leads' },
  { code: 'leads:write', meaning: 'Add leads' },
]

const open = (items: object[], more = {}) => {
  const asked = network({ 'GET /api/settings/api-keys': () => ({ items, scopes }), ...more })
  renderPage(() => <ApiKeysPanel mayChange />)
  return asked
}

test('a key is made with its scopes and shown this once', async () => {
  const asked = open([], { 'POST /api/settings/api-keys': () => ({ id: forms.id, key: 'ds_live_abcdefghij_secret' }) })
  await userEvent.click(await screen.findByRole('button', { name: 'New key' }))
  const dialog = screen.getByRole('dialog')
  const make = within(dialog).getByRole('button', { name: 'Make the key' })
  expect(make).toBeDisabled()
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'What is it for' }), 'Website forms')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: /Add leads/ }))
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Ends' }), 'Never')
  await userEvent.click(make)

  expect(await within(dialog).findByText('ds_live_abcdefghij_secret')).toBeVisible()
  expect(asked.find((ask) => ask.method === 'POST')?.body).toEqual({ name: 'Website forms', scopes: ['leads:write'], expiresAt: null })
  await userEvent.click(within(dialog).getByRole('button', { name: 'I have it' }))
  expect(screen.queryByText('ds_live_abcdefghij_secret')).toBeNull()
})

test('a refused one says why and keeps what was typed', async () => {
  open([], { 'POST /api/settings/api-keys': () => refused(403, 'role-may-not', { detail: 'Only an owner or an admin may do this.' }) })
  await userEvent.click(await screen.findByRole('button', { name: 'New key' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'What is it for' }), 'Website forms')
  await userEvent.click(screen.getByRole('checkbox', { name: /Add leads/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Make the key' }))
  expect(await screen.findByText('Only an owner or an admin may do this.')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'What is it for' })).toHaveValue('Website forms')
})

test('the list says what stopped a key, and revokes one that is in use', async () => {
  const stopped = { ...forms, id: '0199a5c0-0000-7000-8000-000000000003', name: 'Old sync', state: 'MAKER_LEFT', maker: null }
  const asked = open([forms, stopped], { 'DELETE /api/settings/api-keys/*': () => undefined })
  expect(await screen.findByText('Stopped: who made it left the team')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Revoke Old sync' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Revoke Website forms' }))
  await vi.waitFor(() => expect(asked.some((ask) => ask.method === 'DELETE' && ask.path.endsWith(forms.id))).toBe(true))
})
