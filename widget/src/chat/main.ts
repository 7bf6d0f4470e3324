import { part } from '../lib/dom'
import { uuid } from '../lib/random'
import { storage } from '../lib/storage'
import { composer } from './composer'
import { type Action, readDraft, readMessage, readState } from './contract'
import { hostPage } from './host'
import { live } from './live'
import { outbox } from './outbox'
import { statusLine } from './status-line'
import { languageOf, speak, texts } from './texts'
import { thread } from './thread'
import { transport } from './transport'
import { logView } from './view'
import { visitorKey } from './visitor-key'

const site = document.body.dataset.site ?? ''
const kept = storage(`doorstep:${site}:`)
const key = visitorKey(kept)
const server = transport(site, key.value)
const talk = thread()
const status = statusLine()
const greeting = document.querySelector('#greeting')

let page = document.referrer
let unread = 0
let latestSent = 0

const host = hostPage({
  onOpen: (from, ask) => {
    page = from
    unread = 0
    status.framed()
    box.suggest(ask)
    box.focus()
  },
  onClosed: () => {
    unread = 0
  },
})

const out = outbox({
  kept,
  send: (message) => server.send(message),
  onChange: show,
  onAccepted: (message, { seq }) => {
    latestSent = Math.max(latestSent, seq)
    const { clientId, text } = message
    talk.add({ seq, author: 'LEAD', name: '', text, at: new Date().toISOString(), clientId, attachment: undefined })
    line.start()
    // An answer takes a second; one that takes this long is a person's, and dots would promise too much.
    setTimeout(() => {
      if (latestSent === seq) latestSent = 0
      show()
    }, 30_000)
    show()
  },
})

const line = live({
  events: server.events,
  lastSeq: () => talk.lastSeq,
  onEvent: ({ name, data }) => {
    if (name === 'message') arrive(JSON.parse(data))
    if (name === 'draft') {
      talk.draft = readDraft(JSON.parse(data))
      show()
    }
    if (name === 'state') {
      const payload: unknown = JSON.parse(data)
      talk.state = readState(payload) ?? readState(stateOf(payload)) ?? talk.state
      show()
    }
  },
  onConnection: (open) => {
    status.connection(open)
    // A line that broke can't say any more that a draft is over.
    if (!open && talk.draft) {
      talk.draft = ''
      show()
    }
  },
})

const box = composer(kept, (text, trap) => say(text, undefined, trap))
const draw = logView(part('#log', HTMLElement), {
  say,
  otherTime: () => box.invite(texts().otherTime),
  retry: (clientId) => out.retry(clientId),
  discard: (clientId) => out.discard(clientId),
})

function say(text: string, action?: Action, website = '') {
  key.keep()
  out.put({
    clientId: uuid(),
    text,
    ...(page && { page: page.slice(0, 2000) }),
    ...(website && { website }),
    ...(action && { action }),
  })
}

function arrive(data: unknown) {
  const message = readMessage(data)
  if (!message || !talk.add(message)) return show()
  if (message.author !== 'LEAD') host.tell({ type: 'unread', count: ++unread })
  show()
}

function show() {
  const messages = talk.messages()
  speak(languageOf(messages, navigator.language))
  // The stored greeting takes the place of the one that the page came with.
  if (greeting && messages.some((one) => one.author !== 'LEAD')) greeting.remove()
  draw(messages, out.entries, talk.draft)
  status.show(talk.state, messages)
  status.typing(latestSent > 0 && out.entries.length === 0 && talk.draft === '' && talk.awaits(latestSent))
  status.offline(!navigator.onLine)
}

const stateOf = (payload: unknown) => (typeof payload === 'object' && payload !== null && 'state' in payload ? payload.state : undefined)

addEventListener('online', () => {
  out.retry()
  line.hasten()
  show()
})
addEventListener('offline', show)
part('#close', HTMLButtonElement).addEventListener('click', () => host.tell({ type: 'close' }))
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') host.tell({ type: 'close' })
})

if (key.known) {
  server
    .conversation()
    .then(({ conversationId, state, messages }) => {
      talk.state = state
      for (const message of messages) talk.add(message)
      if (conversationId) line.start()
      show()
    })
    // The stream brings the same messages; it has its own patience.
    .catch(() => line.start())
}
out.restore()
show()
