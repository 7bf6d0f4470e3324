// A conversation as it goes: a lead corrects himself, asks about a home, asks what only the agency can answer, asks for a person, and comes
// back the next day; the agent sees the words behind the facts, takes over and hands back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, launch } from './browser.js'
import { startServer } from './server.js'

const NAME = 'Theo Quill'
const PATIENCE_MS = 20_000

let server
let browser
let visitor

before(async () => {
  server = await startServer({ clock: inAustin('T16:00:00Z') })
  browser = await launch()
  visitor = await open()
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('what the lead corrects holds, and a question about a home is answered from its record', async () => {
  const chat = await openChat()

  assert.match(await say(chat, `I'm ${NAME} and we want to buy a 3 bed near Travis Heights, around 650k`), /3 bedrooms/)
  const home = await chat.getByRole('list', { name: 'Homes' }).locator('b').first().textContent()
  assert.match(await say(chat, 'sorry, actually 4 bedrooms, not 3'), /4 bedrooms/)

  assert.match(await say(chat, `what is the asking price of ${home}?`), /asking price is \$/)
  assert.match(await say(chat, 'when was the roof replaced?'), /noted the question/)
  assert.match(await say(chat, 'can I talk to a real person?'), /I've asked .+ to join, and I stay quiet from here/)
  await assertAccessible(visitor, 'chat that waits for a person')
})

test('the agent sees the words behind the facts and the source of the answer, takes over, answers and hands back', async () => {
  const agent = await open()
  await signIn(agent)
  await agent.goto(`${server.origin}/inbox?tab=all`)
  await agent.getByText(NAME).first().click()
  await agent.getByText(/waits for a person/).first().waitFor()
  await agent.getByText(/asked for a person/).first().waitFor()
  await agent.getByText(/From the listing/).first().waitFor()
  await agent.locator('mark', { hasText: '650k' }).first().waitFor()
  await agent.locator('mark', { hasText: /4 bedrooms/ }).first().waitFor()
  await assertAccessible(agent, 'conversation that waits for a person')

  await agent.getByRole('button', { name: /Take over|Answer/ }).first().click()
  await agent.getByText('You are talking.').waitFor()
  await agent.getByRole('textbox', { name: `Reply to ${NAME}` }).fill('Hi Theo, Grace here. The roof is from 2019.')
  await agent.getByRole('button', { name: /^Send/ }).first().click()
  await agent.getByRole('log').getByText('The roof is from 2019.').waitFor()
  await visitor.frameLocator('iframe[src*="/chat/"]').getByText('The roof is from 2019.').waitFor()
  await agent.getByRole('button', { name: /Hand back/ }).first().click()
  await agent.getByText(/The assistant is talking/).first().waitFor()
  await agent.context().close()
})

test('the next day the lead is welcomed back by name and goes on', async () => {
  await server.restart(inAustin('T17:00:00Z', 1))

  const chat = await openChat()
  await chat.getByText('The roof is from 2019.').waitFor()
  const answer = await say(chat, 'hello again')

  assert.match(answer, /^Welcome back, Theo\./)
  assert.match(answer, /\?$/)
  assert.doesNotMatch(answer, /buy, rent or sell/)
})

test('the agency puts its questions in another order by keyboard, in its own words', async () => {
  const broker = await open()
  await signIn(broker)
  await broker.goto(`${server.origin}/settings/questions`)
  const first = broker.getByRole('button', { name: /^Move Area, 1 of/ })
  await first.waitFor()
  await assertAccessible(broker, 'questions')
  await first.press('ArrowDown')
  await broker.getByRole('button', { name: /^Move Price, 1 of/ }).waitFor()
  await broker.getByRole('button', { name: 'Word Price' }).click()
  await broker.getByRole('textbox', { name: 'In your words' }).fill('Are your kids in school?')
  await broker.getByRole('button', { name: 'Save', exact: true }).click()
  await broker.getByText(/protected trait/).first().waitFor()
  await broker.getByRole('textbox', { name: 'In your words' }).fill('What may it cost at most?')
  await broker.getByRole('region', { name: 'Example of the conversation' }).getByText('What may it cost at most?').waitFor()
  await broker.getByRole('button', { name: 'Save', exact: true }).click()
  await broker.getByText('Saved.').waitFor()
  await broker.context().close()

  const stranger = await open()
  const chat = await openChat(stranger)
  assert.match(await say(chat, 'we want to buy a home'), /What may it cost at most\?$/)
  await stranger.context().close()
})

async function open() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/Chicago', locale: 'en-US' })
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

async function openChat(page = visitor) {
  await page.goto(`${server.origin}/demo/harbor-pine`)
  await page.getByRole('button', { name: /chat/i }).first().click()
  const chat = page.frameLocator('iframe[src*="/chat/"]')
  await chat.locator('.say-in').first().waitFor()
  return chat
}

async function signIn(page) {
  await page.goto(`${server.origin}/sign-in`)
  await page.getByLabel('E-mail').fill('grace@harbor-pine.example')
  await page.getByLabel('Password', { exact: true }).fill('doorstep-demo')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/(board|inbox|today)/)
}

/** @returns the assistant's answer */
async function say(chat, text) {
  const said = chat.locator('.say-in')
  const heard = await said.count()
  const box = chat.getByRole('textbox').last()
  await box.fill(text)
  await box.press('Enter')
  const deadline = Date.now() + PATIENCE_MS
  while ((await said.count()) <= heard) {
    assert.ok(Date.now() < deadline, `no answer to "${text}"`)
    await new Promise(done => setTimeout(done, 100))
  }
  return ((await said.last().textContent()) ?? '').trim()
}

/** In the morning or later, tomorrow and so many days on: a moment in the agency's working hours, whatever the day of the week is. */
function inAustin(time, days = 0) {
  const day = new Date()
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() !== 2)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10) + time
}
