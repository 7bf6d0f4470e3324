import { h, icon } from '../lib/dom'
import { card, type Say } from './cards'
import type { Attachment, ChatMessage } from './contract'
import type { Pending } from './outbox'
import { spoken, texts } from './texts'
import { clockTime } from './words'

type Actions = { say: Say; otherTime: () => void; retry: (clientId: string) => void; discard: (clientId: string) => void }
type Item = { key: string; look: string; draw: () => HTMLElement }

/**
 * The log, drawn so that an element stays the same element while its message does: a screen reader hears each message once, and what
 * someone has chosen in a card survives the next message.
 */
export function logView(log: HTMLElement, actions: Actions) {
  const drawn = new Map<string, { look: string; element: HTMLElement }>()

  return (messages: ChatMessage[], pending: readonly Pending[], draft = '') => {
    const waiting = pending.filter((one) => !messages.some((message) => message.clientId === one.clientId))
    const items = [
      ...messages.map((one) => messageItem(one, isActive(one, messages, waiting), actions)),
      ...waiting.map((one) => pendingItem(one, actions)),
      ...(draft ? [draftItem(draft)] : []),
    ]
    const keys = new Set(items.map((item) => item.key))
    for (const [key, { element }] of drawn) {
      if (keys.has(key)) continue
      element.remove()
      drawn.delete(key)
    }
    let after: Element | null = null
    for (const { key, look, draw } of items) {
      const before = drawn.get(key)
      const element = before?.look === look ? before.element : draw()
      if (before && before.element !== element) before.element.replaceWith(element)
      const place: Element | null = after ? after.nextElementSibling : log.firstElementChild
      if (place !== element) log.insertBefore(element, place)
      drawn.set(key, { look, element })
      after = element
    }
  }
}

/** Times stay open until others are offered or one is booked; a question with ready answers only until something is said. */
function isActive(message: ChatMessage, messages: ChatMessage[], pending: readonly Pending[]): boolean {
  const later = messages.filter((one) => one.seq > message.seq)
  const laterHas = (...types: Attachment['type'][]) => later.some((one) => one.attachment && types.includes(one.attachment.type))
  switch (message.attachment?.type) {
    case 'SLOTS':
      return !laterHas('SLOTS', 'BOOKED') && !pending.some((one) => one.action?.type === 'CHOOSE_SLOT')
    case 'CHOICES':
    case 'CONSENT':
      return pending.length === 0 && !later.some((one) => one.author === 'LEAD')
    default:
      return true
  }
}

function messageItem(message: ChatMessage, active: boolean, { say, otherTime }: Actions): Item {
  const { author, text, name, at, attachment } = message
  return {
    key: message.clientId ?? `seq-${message.seq}`,
    look: `${message.seq} ${attachment ? `${active} ${spoken()}` : ''}`,
    draw: () => {
      if (author === 'SYSTEM') return h('p', 'system', {}, text)
      const speaker = h(
        'span',
        author === 'MEMBER' ? 'who' : 'vh',
        {},
        author === 'MEMBER' ? name : author === 'LEAD' ? `${texts().you}: ` : `${texts().assistant}: `,
      )
      const bubble = h('p', author === 'LEAD' ? 'say-out' : 'say-in', { attributes: { dir: 'auto', title: clockTime(at) } }, text)
      const extra = attachment && card({ attachment, active, say, otherTime })
      return h('div', 'entry', {}, speaker, text !== '' && bubble, extra)
    },
  }
}

/** Hidden from screen readers: they hear the message that follows, once. */
const draftItem = (text: string): Item => ({
  key: 'draft',
  look: text,
  draw: () => h('div', 'entry', { attributes: { 'aria-hidden': 'true' } }, h('p', 'say-in', { attributes: { dir: 'auto' } }, text)),
})

function pendingItem({ clientId, text, status, reason }: Pending, { retry, discard }: Actions): Item {
  const button = (words: string, act: (clientId: string) => void) =>
    h(
      'button',
      'link',
      { attributes: { type: 'button', 'aria-label': `${words}: ${text.slice(0, 60)}` }, on: { click: () => act(clientId) } },
      words,
    )
  return {
    key: clientId,
    look: `${status} ${reason} ${spoken()}`,
    draw: () => {
      const notes = {
        sending: h('small', 'note', {}, texts().sending),
        waiting: h('small', 'note', {}, `${texts().kept} `, button(texts().tryNow, retry)),
        failed: h(
          'small',
          'note bad',
          {},
          icon('alert'),
          `${texts().notSent} ${reason} `,
          button(texts().tryAgain, retry),
          ' ',
          button(texts().discard, discard),
        ),
      }
      return h(
        'div',
        'entry',
        {},
        h('span', 'vh', {}, `${texts().you}: `),
        h('p', `say-out ${status}`, { attributes: { dir: 'auto' } }, text),
        notes[status],
      )
    },
  }
}
