// The acceptance story in Spanish, in a real browser over the real jar: page, answers, times and consent are Spanish for the visitor; the
// agency sees the same facts as ever, with the lead's own words as evidence.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, launch } from './browser.js'
import { startServer } from './server.js'

const NAME = 'Lucía Ferrer'
const PATIENCE_MS = 20_000

let server
let browser

before(async () => {
  server = await startServer()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('a visitor writes Spanish, is answered in Spanish, and books', async () => {
  const visitor = await open('es-MX')
  await visitor.goto(`${server.origin}/demo/harbor-pine`)
  await visitor.getByRole('button', { name: /chat/i }).first().click()
  const chat = visitor.frameLocator('iframe[src*="/chat/"]')
  await chat.getByPlaceholder('Escriba un mensaje').waitFor()
  await converse(chat)
  await assertAccessible(visitor, 'chat in Spanish')
  await visitor.context().close()
})

test('the agency reads the facts in its language, with the quotes of the lead', async () => {
  const broker = await open('en-US')
  await broker.goto(`${server.origin}/sign-in`)
  await broker.getByLabel('E-mail').fill('grace@harbor-pine.example')
  await broker.getByLabel('Password', { exact: true }).fill('doorstep-demo')
  await broker.locator('button[type=submit]').click()
  await broker.waitForURL(/\/(board|inbox|today)/)
  await broker.goto(`${server.origin}/board?q=${encodeURIComponent(NAME)}`)
  await broker
    .getByRole('link', { name: new RegExp(NAME) })
    .first()
    .click()
  await broker.waitForURL(/\/leads\//)
  await broker.getByText('antes de que empiecen las clases').first().waitFor()
  await broker.getByText('before school starts').first().waitFor()
  await broker.context().close()
})

test('a browser that speaks Spanish may still write English', async () => {
  const visitor = await open('es-ES')
  await visitor.goto(`${server.origin}/demo/harbor-pine`)
  await visitor.getByRole('button', { name: /chat/i }).first().click()
  const chat = visitor.frameLocator('iframe[src*="/chat/"]')
  const box = chat.getByRole('textbox').last()
  await box.fill("Hi, I'm looking for a house with three bedrooms near Zilker")
  await box.press('Enter')
  await chat.getByPlaceholder('Write a message').waitFor()
  await visitor.context().close()
})

async function open(locale) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/Chicago', locale })
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

/** Answers what the assistant asks, as a person would, until the visit is booked. */
async function converse(chat) {
  const said = chat.locator('.say-in')
  const booked = chat.locator('[aria-label^="Reservada"]')
  const say = async text => {
    const box = chat.getByRole('textbox').last()
    await box.fill(text)
    await box.press('Enter')
  }
  const answers = [
    [/otra vivienda/i, 'No, alquilamos, el contrato termina el 31 de julio'],
    [/mudarse\?/i, 'el casero va a vender'],
    [/agente/i, 'no, todavía no'],
    [/nombre/i, NAME],
    [/teléfono|correo/i, 'lucia.ferrer@example.com o (512) 555-0188'],
    [/cuál|gustaría ver/i, 'la primera, por favor'],
  ]
  const opening =
    'Hola, buscamos una casa de 3 recámaras cerca de Travis Heights, unos 650 mil, antes de que empiecen las clases, ya tenemos una preaprobación'
  let consented = false
  let heard = await said.count()
  await say(opening)
  for (let turn = 0; turn < 16; turn++) {
    await until(async () => (await said.count()) > heard)
    if ((await booked.count()) > 0) return
    heard = await said.count()
    const answer = (await said.last().textContent()) ?? ''
    if (turn === 0) assert.match(answer, /asistente automático/)
    const times = chat.getByRole('region', { name: 'Horarios libres' }).last()
    const consent = chat.getByRole('region', { name: 'Su consentimiento' }).last()
    if ((await times.count()) > 0 && (await times.locator('.time').count()) > 0) {
      await times.locator('.time').first().click()
      await times.getByRole('button', { name: /^Reservar/ }).click()
    } else if (!consented && (await consent.count()) > 0) {
      consented = true
      await consent.getByText(/mensajes de texto/).waitFor()
      await consent.getByRole('checkbox').check()
      await consent.getByRole('button', { name: 'Aceptar' }).click()
    } else {
      await say(answers.find(([asked]) => asked.test(answer))?.[1] ?? 'sí')
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
