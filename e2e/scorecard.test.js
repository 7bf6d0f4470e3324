// The broker tunes the scorecard in a real browser over the real jar: changes a weight, sees who would move and why, publishes, watches the
// scoring anew, opens a lead's score, and grades her by hand.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, launch } from './browser.js'
import { startServer } from './server.js'

const PATIENCE_MS = 30_000

let server
let browser
let broker

before(async () => {
  server = await startServer()
  browser = await launch()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/Chicago', locale: 'en-US' })
  context.setDefaultTimeout(PATIENCE_MS)
  broker = await context.newPage()
  await broker.goto(`${server.origin}/sign-in`)
  await broker.getByLabel('E-mail').fill('grace@harbor-pine.example')
  await broker.getByLabel('Password', { exact: true }).fill('doorstep-demo')
  await broker.locator('button[type=submit]').click()
  await broker.waitForURL(/\/(board|inbox|today)/)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('the broker changes a weight, sees who moves and why, and publishes; every lead is scored anew', async () => {
  await broker.goto(`${server.origin}/settings/scorecard`)
  await broker.getByText('Nobody moves yet').waitFor()
  await assertAccessible(broker, 'scorecard as it stands')

  await broker.getByLabel('Financing', { exact: true }).fill('45')
  await broker.getByText('The weights add up to 120. Take 20 away.').first().waitFor()
  await broker.getByLabel('Timeline', { exact: true }).fill('5')

  await broker.getByText(/leads would change grade/).waitFor()
  const first = broker.getByRole('region', { name: 'Who would move' }).locator('.movers li').first()
  assert.match((await first.textContent()) ?? '', /(Financing|Timeline) \d+, was \d+/)
  const name = (await first.getByRole('link').textContent()) ?? ''
  await assertAccessible(broker, 'scorecard with its preview')

  await broker.getByRole('button', { name: 'Publish' }).click()
  const dialog = broker.getByRole('dialog')
  await dialog.getByLabel('Why, for the record').fill('Money first')
  await assertAccessible(broker, 'publishing')
  await dialog.getByRole('button', { name: 'Publish and score anew' }).click()
  await broker.getByText(/Version 2 (is scoring your leads anew|has scored all)/).waitFor()
  await broker.getByText(/Version 2 has scored all/).waitFor()
  await broker.getByText('Money first').waitFor()

  await broker.goto(`${server.origin}/leads?q=${encodeURIComponent(name)}`)
  await broker.getByRole('link', { name: new RegExp(escaped(name)) }).first().click()
  await broker.waitForURL(/\/leads\/[0-9a-f-]{36}/)
  await broker.getByText('Scorecard v2').waitFor()
})

test('the broker reads a score with its words and what would raise it, and grades by hand with a reason', async () => {
  const score = broker.getByRole('region', { name: 'Score', exact: true })
  await score.getByText('of 100').waitFor()
  await score.getByRole('button', { name: 'Grade by hand' }).click()
  const dialog = broker.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Grade by hand' }).click()
  await dialog.getByText('Say why, in a few words.').waitFor()
  await dialog.getByLabel('Grade', { exact: true }).selectOption('UNQUALIFIED')
  await dialog.getByLabel(/Reason/).fill('Works for another agency')
  await assertAccessible(broker, 'grading by hand')
  await dialog.getByRole('button', { name: 'Grade by hand' }).click()

  await score.getByText('Unqualified by hand').waitFor()
  await score.getByText('Works for another agency').waitFor()
  await assertAccessible(broker, 'lead graded by hand')
  await score.getByRole('button', { name: 'Use the score again' }).click()
  await score.getByRole('button', { name: 'Grade by hand' }).waitFor()
})

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
