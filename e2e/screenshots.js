// usage: node screenshots.js OUT [NAME...]: every screen of the demo, or only the named ones.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from './browser.js'
import { startServer } from './server.js'

const [out, ...only] = process.argv.slice(2)
mkdirSync(out, { recursive: true })

const { origin, stop } = await startServer()
const browser = await launch()

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** Each screen: where it is, and what to do there before the picture. */
const screens = {
  'sign-in': { path: '/sign-in', signedIn: false },
  'sign-up': { path: '/sign-up', signedIn: false },
  board: { path: '/board' },
  inbox: { path: '/inbox' },
  conversation: { open: page => firstLink(page, '/inbox', '/inbox/') },
  leads: { path: '/leads' },
  lead: { open: page => firstLink(page, '/leads?q=Nora', '/leads/') },
  calendar: { path: '/calendar' },
  analytics: { path: '/analytics' },
  'settings-agency': { path: '/settings/agency' },
  'settings-team': { path: '/settings/team' },
  'settings-widget': { path: '/settings/widget' },
  capture: { path: '/c/harbor-pine', signedIn: false },
  widget: { path: '/demo/harbor-pine', signedIn: false, act: openChat },
}

async function firstLink(page, list, prefix) {
  await page.goto(origin + list)
  const link = page.locator(`a[href^="${prefix}"]`).first()
  await link.waitFor()
  await page.goto(origin + (await link.getAttribute('href')))
}

async function openChat(page) {
  await page.getByRole('button', { name: /chat/i }).first().click()
  const chat = page.frameLocator('iframe')
  const box = chat.getByRole('textbox').first()
  await box.fill("hi, we're looking for a 3 bed near Travis Heights, around 650k, hopefully before school starts, we already have a pre-approval")
  await box.press('Enter')
  await page.waitForTimeout(2_500)
}

for (const size of SIZES) {
  for (const scheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: size, colorScheme: scheme, timezoneId: 'America/Chicago', locale: 'en-US' })
    const page = await context.newPage()
    for (const [name, screen] of Object.entries(screens).sort((a, b) => Number(a[1].signedIn ?? true) - Number(b[1].signedIn ?? true))) {
      if (only.length > 0 && !only.includes(name)) continue
      if ((screen.signedIn ?? true) && !(await context.cookies(origin)).some(cookie => cookie.name === '__Host-doorstep')) await signIn(page)
      if (screen.open) await screen.open(page)
      else await page.goto(origin + screen.path)
      await page.waitForLoadState('load')
      await page.locator('main, form').first().waitFor()
      await page.evaluate(() => document.fonts.ready)
      await screen.act?.(page)
      await page.waitForTimeout(700)
      await page.screenshot({ path: join(out, `${name}-${scheme}-${size.width}.png`) })
      process.stdout.write('.')
    }
    await context.close()
  }
}
process.stdout.write('\n')
await browser.close()
await stop()

async function signIn(page) {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('E-mail').fill('ana@harbor-pine.example')
  await page.getByLabel('Password', { exact: true }).fill('doorstep-demo')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/(board|inbox|today)/)
}
