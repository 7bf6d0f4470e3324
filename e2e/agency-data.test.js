// An owner takes a copy of everything, reads it, deletes the agency with its name typed, finds it closed to people and visitors, and takes the
// deletion back with the link.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { assertAccessible, launch } from './browser.js'
import { startServer } from './server.js'

const PATIENCE_MS = 30_000
const slug = `leaving-${Date.now().toString(36)}`
const password = 'nine brown kettles sing'

let server
let browser
let owner

before(async () => {
  server = await startServer({ demo: false })
  browser = await launch()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/Chicago', locale: 'en-US' })
  context.setDefaultTimeout(PATIENCE_MS)
  owner = await context.newPage()
  await owner.goto(`${server.origin}/sign-up`)
  const token = (await context.cookies()).find(cookie => cookie.name === 'XSRF-TOKEN')?.value
  const answer = await owner.request.post(`${server.origin}/api/sign-up`, {
    headers: token ? { 'X-XSRF-TOKEN': token } : {},
    data: { agencyName: 'Leaving Homes', slug, timeZone: 'America/Chicago', ownerName: 'Lena Ward', email: `lena@${slug}.example`, password },
  })
  assert.equal(answer.status(), 201, await answer.text())
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('a copy of everything is made while people look on, and is a whole archive', async () => {
  await owner.goto(`${server.origin}/settings/agency`)
  await owner.getByRole('button', { name: 'Make a copy' }).click()
  await owner.getByText('The copy is ready.').waitFor()
  await assertAccessible(owner, 'your data')

  const coming = owner.waitForEvent('download')
  await owner.getByRole('button', { name: 'Download the copy' }).click()
  const file = await coming

  assert.match(file.suggestedFilename(), new RegExp(`^${slug}-.*\\.zip$`))
  const list = execFileSync('python3', ['-c', 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); z.testzip(); print("\\n".join(z.namelist()))', await file.path()], { encoding: 'utf8' })
  for (const entry of ['tables/agency.jsonl', 'tables/member.jsonl', 'people.jsonl', 'manifest.json']) assert.match(list, new RegExp(entry))
})

test('the agency is deleted with its name typed, closed at once, and kept with the link', async () => {
  await owner.goto(`${server.origin}/settings/agency`)
  await owner.getByRole('button', { name: 'Delete Leaving Homes' }).click()
  const dialog = owner.getByRole('alertdialog')
  const go = dialog.getByRole('button', { name: 'Close and delete' })
  await assertAccessible(owner, 'deleting')
  assert.equal(await go.isDisabled(), true)
  await dialog.getByLabel(/Type the agency's name/).fill('Leaving Homes')
  await go.click()

  const closed = owner.getByRole('dialog', { name: 'Leaving Homes is closed' })
  const link = (await closed.locator('code').textContent()) ?? ''
  await assertAccessible(owner, 'closed')
  await closed.getByRole('button', { name: 'I have kept the link' }).click()
  await owner.waitForURL(/sign-in/)
  const visitor = await owner.context().newPage()
  const away = await visitor.goto(`${server.origin}/c/${slug}`)
  assert.equal(away?.status(), 503)
  await visitor.getByRole('heading', { name: "This agency can't be reached here right now" }).waitFor()
  await assertAccessible(visitor, 'away')

  await visitor.goto(link)
  await assertAccessible(visitor, 'keep')
  await visitor.getByRole('button', { name: 'Keep the agency' }).click()
  await visitor.getByText('Nothing of it was erased.').waitFor()
  const back = await visitor.goto(`${server.origin}/c/${slug}`)
  assert.equal(back?.status(), 200)
})
