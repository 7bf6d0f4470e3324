// An admin makes a key and a plain program uses it, within its scope and not outside, until it is revoked; a person puts out a session that is
// open in another browser.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, launch } from './browser.js'
import { startServer } from './server.js'

const PATIENCE_MS = 20_000

let server
let browser
let broker

async function signIn() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/Chicago', locale: 'en-US' })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await page.goto(`${server.origin}/sign-in`)
  await page.getByLabel('E-mail').fill('grace@harbor-pine.example')
  await page.getByLabel('Password', { exact: true }).fill('doorstep-demo')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/(board|inbox|today)/)
  return page
}

const statusOf = async (path, key, init = {}) =>
  (await fetch(server.origin + path, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } })).status

before(async () => {
  server = await startServer()
  browser = await launch()
  broker = await signIn()
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('a key is shown once, works within its scope, is refused outside, and ends when it is revoked', async () => {
  await broker.goto(`${server.origin}/settings/api-keys`)
  await broker.getByText('No keys yet').waitFor()
  await broker.getByRole('button', { name: 'New key' }).click()
  const dialog = broker.getByRole('dialog')
  await dialog.getByLabel('What is it for').fill('Website forms')
  await dialog.getByRole('checkbox', { name: /leads:read/ }).check()
  await assertAccessible(broker, 'a new API key')
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  const key = ((await dialog.locator('code', { hasText: 'ds_live_' }).textContent()) ?? '').trim()
  assert.match(key, /^ds_live_[a-z0-9]{10}_[A-Za-z0-9]{38}$/)
  await assertAccessible(broker, 'an API key, shown once')
  await dialog.getByRole('button', { name: 'I have it' }).click()

  assert.equal(await statusOf('/api/leads', key), 200)
  assert.equal(await statusOf('/api/board', key), 403)
  assert.equal(
    await statusOf('/api/leads', key, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    403,
  )
  assert.equal(await statusOf('/api/settings/api-keys', key), 403)

  await broker.reload()
  await broker.getByText(/Last used/).waitFor()
  assert.equal(await broker.getByText(key).count(), 0)
  await assertAccessible(broker, 'API keys')
  await broker.getByRole('button', { name: 'Revoke Website forms' }).click()
  await broker.getByText('Revoked', { exact: true }).waitFor()
  assert.equal(await statusOf('/api/leads', key), 401)
})

test('a session that is open elsewhere is put out, and that browser asks to sign in', async () => {
  const elsewhere = await signIn()
  await broker.goto(`${server.origin}/settings/account`)
  const sessions = broker.getByRole('region', { name: 'Where you are signed in' })
  await sessions.getByText('This one').waitFor()
  await assertAccessible(broker, 'where you are signed in')
  await sessions.getByRole('button', { name: /^End Chrome/ }).first().click()
  await sessions.getByRole('button', { name: /^End Chrome/ }).waitFor({ state: 'detached' })

  // By itself: its stream is closed, and what it asks next is refused.
  await elsewhere.waitForURL(/\/sign-in/)
  await broker.goto(`${server.origin}/leads`)
  await broker.locator('main').waitFor()
  assert.ok(broker.url().endsWith('/leads'))
})
