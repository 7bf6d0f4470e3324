// The acceptance story in a real browser over the real jar: an agency signs up; a visitor writes at night and books; the agency sees deal,
// score, quotes and calendar; a forbidden move is refused with its reason, and an override is recorded.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, launch } from './browser.js'
import { startServer } from './server.js'

const NAME = 'Nora Vale'
const PATIENCE_MS = 20_000

let server
let browser

before(async () => {
  server = await startServer({ clock: elevenAtNightInAustin() })
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('an agency signs up and can work as it is', async () => {
  const page = await open()
  await page.goto(`${server.origin}/sign-up`)
  await assertAccessible(page, 'sign-up')
  await page.getByLabel('Agency').fill('Elm Street Homes')
  await page.getByLabel('Your name').fill('Sam Elm')
  await page.getByLabel('E-mail').fill('sam@elm-street.example')
  await page.getByLabel('Password', { exact: true }).fill('a good long password')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/board/)
  await page.getByText('Put the chat on your site').first().waitFor()
  await assertAccessible(page, 'first steps')

  await page.goto(`${server.origin}/settings/widget`)
  await page.getByText(/data-site="site_/).first().waitFor()
  await assertAccessible(page, 'widget settings')
  await page.context().close()
})

test('a visitor writes at night and books; the agency sees the deal, why, and when', async () => {
  const visitor = await open()
  await visitor.goto(`${server.origin}/demo/harbor-pine`)
  await visitor.getByRole('button', { name: /chat/i }).first().click()
  const chat = visitor.frameLocator('iframe[src*="/chat/"]')
  await converse(chat)
  await assertAccessible(visitor, 'sample site with the chat open')
  await visitor.reload()
  await visitor.getByRole('button', { name: /chat/i }).first().click()
  await chat.getByText('already have a pre-approval').waitFor()
  await visitor.context().close()

  const broker = await open()
  await signIn(broker, 'grace@harbor-pine.example')
  await broker.goto(`${server.origin}/board?q=${encodeURIComponent(NAME)}`)
  const column = broker.getByRole('region', { name: /^Appointment set/ }).or(broker.locator('[aria-label^="Appointment set"]')).first()
  await column.getByRole('link', { name: new RegExp(NAME) }).waitFor()
  await assertAccessible(broker, 'board')

  await column.getByRole('link', { name: new RegExp(NAME) }).click()
  await broker.waitForURL(/\/leads\//)
  await broker.getByText('already have a pre-approval').first().waitFor()
  await broker.getByText('of 100').first().waitFor()
  for (const stage of ['Contacted', 'Qualified', 'Appointment set']) await broker.getByText(stage).first().waitFor()
  await assertAccessible(broker, 'lead')

  await broker.goto(`${server.origin}/calendar`)
  await broker.getByText(/Vale/).first().waitFor({ timeout: PATIENCE_MS }).catch(async () => {
    await broker.getByRole('button', { name: /next/i }).first().click()
    await broker.getByText(/Vale/).first().waitFor()
  })
  await assertAccessible(broker, 'calendar')

  await broker.goto(`${server.origin}/inbox?tab=all`)
  await broker.getByText(NAME).first().click()
  await broker.getByText(/before school starts/).first().waitFor()
  await assertAccessible(broker, 'inbox')
  await broker.context().close()
})

test('a move that the map does not allow is refused with its reason, and an override is recorded', async () => {
  const broker = await open()
  await signIn(broker, 'grace@harbor-pine.example')
  await broker.goto(`${server.origin}/board?q=${encodeURIComponent(NAME)}`)
  const card = broker.getByRole('link', { name: new RegExp(NAME) }).first()
  await card.waitFor()
  const target = broker.locator('[aria-label^="Agreement signed"]').first()

  await drag(broker, card, target)

  const refusal = broker.getByRole('alertdialog')
  await refusal.waitFor()
  assert.match((await refusal.textContent()) ?? '', /Not yet: Agreement signed/)
  await assertAccessible(broker, 'refusal')
  await refusal.getByRole('button', { name: /Override/ }).click()
  const dialog = broker.getByRole('dialog').last()
  await dialog.getByLabel(/Reason/).fill('Signed on paper at the open house')
  await assertAccessible(broker, 'override')
  await dialog.getByRole('button', { name: /Move and record/ }).click()
  await target.getByRole('link', { name: new RegExp(NAME) }).waitFor()

  await target.getByRole('link', { name: new RegExp(NAME) }).click()
  await broker.waitForURL(/\/leads\//)
  await broker.getByText('Signed on paper at the open house').first().waitFor()
  await broker.context().close()
})

test('an agent takes over, answers, and hands back', async () => {
  const agent = await open()
  await signIn(agent, 'grace@harbor-pine.example')
  await agent.goto(`${server.origin}/inbox?tab=all`)
  await agent.getByText(NAME).first().click()
  await agent.getByRole('button', { name: /Take over/ }).first().click()
  await agent.getByText('You are talking.').waitFor()
  const box = agent.getByRole('textbox', { name: `Reply to ${NAME}` })
  await box.fill('Hi Nora, Grace here, a real person. See you then.')
  await agent.getByRole('button', { name: /^Send/ }).first().click()
  await agent.getByRole('log').getByText('a real person. See you then.').waitFor()
  await agent.getByRole('button', { name: /Hand back/ }).first().click()
  await agent.getByText(/The assistant is talking/).first().waitFor()
  await agent.context().close()
})

test('every other page opens without a serious barrier', async () => {
  const broker = await open()
  await signIn(broker, 'grace@harbor-pine.example')
  for (const path of ['/leads', '/analytics', '/settings/agency', '/settings/team']) {
    await broker.goto(server.origin + path)
    await broker.getByRole('main').waitFor()
    await assertAccessible(broker, path)
  }
  for (const path of ['/c/harbor-pine', '/sign-in']) {
    await broker.context().clearCookies()
    await broker.goto(server.origin + path)
    await assertAccessible(broker, path)
  }
  await broker.context().close()
})

async function open() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/Chicago', locale: 'en-US' })
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

async function signIn(page, email) {
  await page.goto(`${server.origin}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('doorstep-demo')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/(board|inbox|today)/)
}

/** Answers what the assistant asks, as a person would, until the visit is booked. */
async function converse(chat) {
  const said = chat.locator('.say-in')
  const booked = chat.locator('[aria-label^="Booked"]')
  const say = async text => {
    const box = chat.getByRole('textbox').last()
    await box.fill(text)
    await box.press('Enter')
  }
  const answers = [
    [/sell a home|own or rent|sell first|rent now/i, 'No, we rent, the lease ends July 31'],
    [/about a move|why|reason|what brings/i, 'the landlord is selling our place'],
    [/an agent/i, 'no, no agent yet'],
    [/what name|your name|full name/i, NAME],
    [/phone|e-mail|reach you|number/i, 'nora.vale@example.com or (512) 555-0199'],
    [/which of|which one|which home|see (it|one|them)|walk through/i, 'the first one, please'],
  ]
  const opening = "hi, we're looking for a 3 bed near Travis Heights, around 650k, hopefully before school starts, we already have a pre-approval"
  assert.match((await said.first().textContent()) ?? '', /automated assistant/)
  let consented = false
  let heard = await said.count()
  await say(opening)
  for (let turn = 0; turn < 16; turn++) {
    await until(async () => (await said.count()) > heard)
    if ((await booked.count()) > 0) return
    heard = await said.count()
    const times = chat.getByRole('region', { name: 'Free times' }).last()
    const consent = chat.getByRole('region', { name: 'Your consent' }).last()
    if ((await times.count()) > 0 && (await times.locator('.time').count()) > 0) {
      await times.locator('.time').first().click()
      await times.getByRole('button', { name: /^Book/ }).click()
    } else if (!consented && (await consent.count()) > 0 && (await consent.getByRole('checkbox').count()) > 0) {
      consented = true
      await consent.getByRole('checkbox').check()
      await consent.getByRole('button', { name: 'Agree' }).click()
    } else {
      const question = (await said.last().textContent()) ?? ''
      await say(answers.find(([asked]) => asked.test(question))?.[1] ?? 'yes')
    }
  }
  assert.fail(`nothing booked after 16 turns; last heard: ${await said.last().textContent()}`)
}

async function until(holds) {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, 'waited too long')
    await new Promise(done => setTimeout(done, 100))
  }
}

async function drag(page, card, target) {
  const from = await card.boundingBox()
  const to = await target.boundingBox()
  assert.ok(from && to)
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 12; step++) {
    const x = from.x + ((to.x + to.width / 2 - from.x) * step) / 12
    await page.mouse.move(x, to.y + Math.min(160, to.height / 2))
    await new Promise(done => setTimeout(done, 40))
  }
  await page.mouse.up()
}

function elevenAtNightInAustin() {
  const tomorrow = new Date(Date.now() + 24 * 3600 * 1000)
  tomorrow.setUTCHours(5, 2, 0, 0)
  return tomorrow.toISOString()
}
