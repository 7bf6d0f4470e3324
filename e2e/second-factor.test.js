// Passkeys, codes of an app, recovery codes, step-up and the agency's policy, with Chromium's virtual authenticator.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { assertAccessible, launch } from './browser.js'
import { startServer } from './server.js'

const PASSWORD = 'a good long password'

let server
let browser

before(async () => {
  server = await startServer({ demo: false })
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('a passkey is added, and signs in without an e-mail or a password', async () => {
  const page = await open()
  const authenticator = await virtualAuthenticator(page)
  const email = await signUp(page)
  await page.goto(`${server.origin}/settings/account`)
  await page.getByText('Your account has one lock only.').waitFor()
  await assertAccessible(page, 'account without a second step')

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill('Work laptop')
  await assertAccessible(page, 'add a passkey')
  await page.getByRole('button', { name: 'Create passkey' }).click()
  const codes = await recoveryCodesIn(page)
  assert.equal(codes.length, 10)
  await assertAccessible(page, 'recovery codes')
  await page.getByRole('button', { name: 'I have saved them' }).click()
  await page.getByText('Work laptop').first().waitFor()

  await signOut(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL(/\/board/)
  await page.goto(`${server.origin}/settings/account`)
  await page.getByText(/Last used/).waitFor()

  // without the person at the authenticator it opens nothing
  await signOut(page)
  await authenticator.verifiesUser(false)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('alert').getByText('No passkey was used').waitFor()
  await authenticator.verifiesUser(true)

  // and the password alone opens nothing any more
  await enterPassword(page, email)
  await page.getByRole('heading', { name: 'One more step' }).waitFor()
  await assertAccessible(page, 'second step')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL(/\/board/)
  await page.context().close()
})

test('the suggestions of the e-mail field offer the passkey', async () => {
  const page = await open()
  await virtualAuthenticator(page)
  await signUp(page)
  await page.goto(`${server.origin}/settings/account`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Create passkey' }).click()
  await page.getByRole('button', { name: 'I have saved them' }).click()
  await page.goto('about:blank') // so that no screen that is open notices
  await page.context().clearCookies()

  // The virtual authenticator chooses from the suggestions by itself.
  await page.goto(`${server.origin}/sign-in`)
  await page.waitForURL(/\/board/)
  await page.context().close()
})

test('a code app is set up, its code and a recovery code complete a sign-in, each once', async () => {
  const page = await open()
  const email = await signUp(page)
  await page.goto(`${server.origin}/settings/account`)
  await page.getByRole('button', { name: 'Set up a code app' }).click()
  await page.getByRole('img', { name: 'QR code for your app' }).waitFor()
  await assertAccessible(page, 'set up a code app')
  const secret = (await page.locator('.secret-text').textContent()) ?? ''
  await page.getByLabel('Code that the app shows').fill('000000')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByText(/is not what the app shows now/).waitFor()
  await page.getByLabel('Code that the app shows').fill(totp(secret, 0))
  await page.getByRole('button', { name: 'Turn on' }).click()
  const codes = await recoveryCodesIn(page)
  await page.getByRole('button', { name: 'I have saved them' }).click()

  await signOut(page)
  await enterPassword(page, email)
  await page.getByLabel('Code from your app').fill(totp(secret, 0))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText(/is wrong, or was used already/).waitFor() // it set the app up
  await page.getByLabel('Code from your app').fill(totp(secret, 1))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/board/)

  await signOut(page)
  await enterPassword(page, email)
  await page.getByLabel('Code from your app').fill(codes[0])
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/board/)
  await page.goto(`${server.origin}/settings/account`)
  await page.getByText('9 of 10 are unused').waitFor()
  await page.context().close()
})

test('an agency asks everyone for a second step: who has none sets it up at the next click, then goes on', async () => {
  const page = await open()
  await virtualAuthenticator(page)
  await signUp(page)
  await page.goto(`${server.origin}/settings/security`)
  await page.getByText('1 of 1 have none yet.').waitFor()
  await page.getByLabel(/^Everyone/).check()
  await assertAccessible(page, 'policy')
  await page.getByRole('button', { name: 'Save' }).click()

  await page.waitForURL(/\/second-step/)
  await page.getByRole('heading', { name: 'Set up your second step' }).waitFor()
  await assertAccessible(page, 'enrolment')
  await page.goto(`${server.origin}/leads`)
  await page.waitForURL(/\/second-step\?next=/)
  await page.getByRole('button', { name: /^Passkey/ }).click()
  await page.getByRole('button', { name: 'Create passkey' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL(/\/leads/)
  await page.context().close()
})

test('what would hurt asks who it is, goes on by itself, and gives the focus back', async () => {
  const page = await open()
  await signUp(page)
  await page.goto(`${server.origin}/settings/account`)
  await server.restart(new Date(Date.now() + 11 * 60_000).toISOString())
  await page.reload()
  await page.getByRole('button', { name: 'Set up a code app' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Confirm that it is you' }).waitFor()
  await assertAccessible(page, 'confirm')
  await page.keyboard.press('Escape')
  await page.getByText('Confirm that it is you, then do this again.').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Set up a code app')

  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByLabel('Password').fill('not it')
  await page.keyboard.press('Enter')
  await page.getByText(/does not fit/).waitFor()
  const before = await sessionCookie(page)
  await page.getByRole('dialog').getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: 'QR code for your app' }).waitFor()
  assert.notEqual(await sessionCookie(page), before, 'the session goes on under another cookie')
  await page.context().close()
})

async function open() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  return context.newPage()
}

let people = 0

async function signUp(page) {
  const name = `second-factor-${process.pid}-${++people}`
  const email = `sam@${name}.example`
  await page.goto(`${server.origin}/sign-up`)
  await page.getByLabel('Agency').fill(name)
  await page.getByLabel('Your name').fill('Sam Elm')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/board/)
  return email
}

async function enterPassword(page, email) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.locator('button[type=submit]').click()
}

/** Without the page's own sign-out, so that no suggestion of a passkey answers before the journey does. */
async function signOut(page) {
  await page.context().clearCookies({ name: '__Host-doorstep' })
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
  await page.goto(`${server.origin}/sign-in`)
}

const recoveryCodesIn = async page => {
  await page.getByRole('list', { name: 'Recovery codes' }).waitFor()
  return page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents()
}

const sessionCookie = async page => (await page.context().cookies()).find(cookie => cookie.name === '__Host-doorstep')?.value

async function virtualAuthenticator(page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    verifiesUser: isUserVerified => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

/** RFC 6238, written here apart from the product. */
function totp(base32, steps) {
  const bits = [...base32.replaceAll(' ', '')]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from(bits.match(/.{8}/g).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const hash = createHmac('sha1', secret).update(counter).digest()
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
