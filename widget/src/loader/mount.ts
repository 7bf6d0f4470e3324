import { type FromHost, readFromChat, wrap } from '../lib/envelope'
import css from './loader.css?inline'

type Snippet = { origin: string; site: string; label: string }

const phone = '(max-width: 640px)'
const door = 'M4.5 12.5V5a3.5 3.5 0 0 1 7 0v7.5M2.5 12.5h11M1.5 14.8h13M9.3 8.3v.7'

/** Puts the launcher on the page once the server has confirmed the site key; an unknown key leaves the page as it was. */
export function mountWidget(snippet: Snippet) {
  const { origin, site } = snippet
  if (document.querySelector(`[data-doorstep="${CSS.escape(site)}"]`)) return
  const host = document.createElement('div')
  host.dataset.doorstep = site
  document.body.append(host)
  fetch(`${origin}/chat/${encodeURIComponent(site)}/launcher`, { credentials: 'omit' })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then(({ name, hue }: { name: unknown; hue: unknown }) => furnish(host, snippet, String(name), Number(hue)))
    .catch((reason) => {
      host.remove()
      console.warn(`Doorstep: no chat for ${site} (${reason.message})`)
    })
}

function furnish(host: HTMLElement, { origin, site, label }: Snippet, name: string, hue: number) {
  const shadow = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(css)
  shadow.adoptedStyleSheets = [style]
  host.style.setProperty('--h', String(Number.isFinite(hue) ? hue : 172))

  const title = `Chat with ${name}`
  const badge = element('b', { hidden: '' })
  const named = `${label}: ${title}`
  const launcher = element('button', { type: 'button', 'aria-label': named, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' })
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  icon.setAttribute('viewBox', '0 0 16 16')
  icon.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(icon.namespaceURI, 'path')
  path.setAttribute('d', door)
  icon.append(path)
  launcher.append(icon, label, badge)
  const sheet = element('dialog', { 'aria-label': title })
  shadow.append(launcher, sheet)

  let frame: HTMLIFrameElement | undefined
  let ready = false
  let ask = ''

  const tell = (message: FromHost) => {
    if (ready) frame?.contentWindow?.postMessage(wrap(message), origin)
  }
  const greet = () => tell({ type: 'open', page: location.href, ask })
  const open = (question = '') => {
    ask = question
    if (!frame) {
      frame = element('iframe', { title, src: `${origin}/chat/${encodeURIComponent(site)}` })
      sheet.append(frame)
    }
    if (!sheet.open) {
      // On a phone the chat covers the page, so it takes the page's focus and scroll; beside a desk page it does not.
      const covers = matchMedia(phone).matches
      if (covers) sheet.showModal()
      else sheet.show()
      document.documentElement.style.overflow = covers ? 'hidden' : ''
    }
    launcher.hidden = true
    launcher.setAttribute('aria-expanded', 'true')
    frame.focus()
    greet()
  }

  launcher.addEventListener('click', () => open())
  sheet.addEventListener('close', () => {
    document.documentElement.style.overflow = ''
    launcher.hidden = false
    launcher.setAttribute('aria-expanded', 'false')
    launcher.focus()
    tell({ type: 'closed' })
  })
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && sheet.open && !event.defaultPrevented) sheet.close()
  })
  // Any element of the page may open the chat, with a first question if it likes: <button data-doorstep-open="Can I see it?">
  document.addEventListener('click', (event) => {
    const opener = event.target instanceof Element && event.target.closest<HTMLElement>('[data-doorstep-open]')
    if (!opener) return
    event.preventDefault()
    open(opener.dataset.doorstepOpen)
  })
  addEventListener('message', (event) => {
    if (event.origin !== origin || !frame || event.source !== frame.contentWindow) return
    const message = readFromChat(event.data)
    if (message?.type === 'ready') {
      ready = true
      greet()
    }
    if (message?.type === 'close') sheet.close()
    if (message?.type === 'unread') {
      const count = sheet.open ? 0 : message.count
      badge.hidden = count === 0
      badge.textContent = String(count)
      launcher.setAttribute('aria-label', count ? `${named}, ${count} unread` : named)
    }
  })
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}
