import { beforeEach, expect, test, vi } from 'vitest'
import { wrap } from '../lib/envelope'
import { mountWidget } from './mount'

const origin = 'https://doorstep.example'
const snippet = { origin, site: 'site_abc', label: 'Ask us' }

beforeEach(() => {
  document.body.replaceChildren()
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify({ name: 'Harbor & Pine', hue: 172 }))),
  )
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})

const host = () => document.querySelector<HTMLElement>('[data-doorstep]')
const inside = <T extends Element>(selector: string) => {
  const found = host()?.shadowRoot?.querySelector<T>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
async function mounted() {
  mountWidget(snippet)
  await vi.waitFor(() => inside('button'))
}

test('two tags of one site make one launcher', async () => {
  mountWidget(snippet)
  mountWidget(snippet)
  await vi.waitFor(() => inside('button'))
  mountWidget(snippet)
  expect(document.querySelectorAll('[data-doorstep]')).toHaveLength(1)
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('an unknown site key leaves the page as it was', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response('{}', { status: 404 })),
  )
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  mountWidget(snippet)
  await vi.waitFor(() => expect(warned).toHaveBeenCalled())
  expect(host()).toBeNull()
})

test('nothing of the chat is loaded before it is asked for', async () => {
  await mounted()
  expect(host()?.shadowRoot?.querySelector('iframe')).toBeNull()
  inside<HTMLElement>('button').click()
  expect(inside('iframe').getAttribute('src')).toBe(`${origin}/chat/site_abc`)
  expect(inside<HTMLDialogElement>('dialog').open).toBe(true)
})

test('only the frame, from its own origin, is heard', async () => {
  await mounted()
  inside<HTMLElement>('button').click()
  const frame = inside<HTMLIFrameElement>('iframe').contentWindow
  const say = (from: string, source: unknown) => {
    const event = new MessageEvent('message', { data: wrap({ type: 'close' }), origin: from })
    Object.defineProperty(event, 'source', { value: source })
    dispatchEvent(event)
  }
  say('https://evil.example', frame)
  say(origin, window)
  expect(inside<HTMLDialogElement>('dialog').open).toBe(true)
  say(origin, frame)
  expect(inside<HTMLDialogElement>('dialog').open).toBe(false)
})

test('any element of the page may open the chat', async () => {
  await mounted()
  const opener = document.createElement('button')
  opener.dataset.doorstepOpen = 'Can I see it?'
  document.body.append(opener)
  opener.click()
  expect(inside<HTMLDialogElement>('dialog').open).toBe(true)
})
