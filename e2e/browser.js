// A real Chromium, and the accessibility check that every page gets.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** Fails on any serious or critical violation of WCAG 2.2 A or AA; looks into frames of our own origin too. */
export async function assertAccessible(page, name) {
  for (const frame of page.frames()) {
    if (frame.isDetached() || frame.url() === 'about:blank') continue
    // Our pages allow no foreign script; the debugging protocol may still evaluate one.
    await frame.evaluate(axeSource)
    const violations = await frame.evaluate(async () => {
      const result = await globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        iframes: false,
      })
      return result.violations
        .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
        .map(violation => `${violation.id}: ${violation.help} at ${violation.nodes.map(node => node.target.join(' ')).join(', ')}`)
    })
    assert.deepEqual(violations, [], `${name} (${frame.url()})`)
  }
}
