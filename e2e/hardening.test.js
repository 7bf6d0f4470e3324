// The strict content security policy in a real browser: no page of the app or of the public breaks it, and text never becomes code. And the rushed
// door: a visitor's browser does its piece of work without being asked.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './browser.js'
import { startServer } from './server.js'

let server
let browser

before(async () => {
  server = await startServer({ env: { DOORSTEP_CAPTURE_PROOF: 'always' } })
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('no page breaks its content security policy', async () => {
  const page = await browser.newPage()
  const broken = watch(page)
  await page.goto(`${server.origin}/sign-in`)
  await page.getByLabel('E-mail').fill('grace@harbor-pine.example')
  await page.getByLabel('Password', { exact: true }).fill('doorstep-demo')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
  for (const place of ['board', 'inbox', 'leads', 'calendar', 'analytics', 'settings/agency', 'settings/team', 'settings/widget', 'settings/scorecard']) {
    await page.goto(`${server.origin}/${place}`)
    await page.getByRole('main').waitFor()
  }
  assert.deepEqual(broken, [])
  await page.evaluate(() => document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' })))
  assert.match(broken.join(), /content security policy/i, 'the watch itself sees a violation')
  await page.context().close()
})

test('text does not become markup or code, even if a script of ours tried', async () => {
  const page = await browser.newPage()
  for (const place of ['sign-in', 'c/harbor-pine', 'demo/harbor-pine']) {
    await page.goto(`${server.origin}/${place}`)
    const outcome = await page.evaluate(() => {
      const tried = document.createElement('div')
      try {
        tried.innerHTML = '<img src=x onerror="globalThis.broken = true">'
        return 'markup'
      } catch (refused) {
        return refused.name
      }
    })
    assert.equal(outcome, 'TypeError', place)
  }
  await page.context().close()
})

test('while the door is rushed, a visitor writes as ever, in the chat and by the form', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.origin}/demo/harbor-pine`)
  await page.getByRole('button', { name: /chat/i }).first().click()
  const chat = page.frameLocator('iframe[src*="/chat/"]')
  const asked = page.waitForResponse(answer => answer.url().endsWith('/messages') && answer.status() === 428)
  const taken = page.waitForResponse(answer => answer.url().endsWith('/messages') && answer.status() === 202)
  await chat.getByRole('textbox').fill('hi, 3 beds near Travis Heights')
  await chat.getByRole('textbox').press('Enter')
  await asked
  await taken
  await chat.getByText('hi, 3 beds near Travis Heights').waitFor()

  await page.goto(`${server.origin}/c/harbor-pine`)
  await page.getByRole('tab', { name: 'Leave your details' }).click()
  await page.getByLabel('E-mail').first().fill('vera@visitor.example')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.waitForURL(/\/thanks/)
  await page.context().close()
})

/** What the browser refused on this page, as it says it. */
function watch(page) {
  const broken = []
  page.on('console', message => {
    if (/content security policy|trusted/i.test(message.text())) broken.push(message.text())
  })
  return broken
}
