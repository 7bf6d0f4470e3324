import { h, part } from '../lib/dom'
import type { ChatMessage, State } from './contract'
import { initials } from './words'

/** Who is talking, whether an answer is being written, and whether the line is there. */
export function statusLine() {
  const who = part('#who', HTMLElement)
  const faces = part('#faces', HTMLElement)
  const typing = part('#typing', HTMLElement)
  const offline = part('#offline', HTMLElement)
  const close = part('#close', HTMLButtonElement)
  const usual = who.textContent ?? ''
  let face: HTMLElement | undefined
  let shown = usual

  return {
    framed() {
      close.hidden = false
    },
    show(state: State, messages: ChatMessage[]) {
      const member = messages.findLast((one) => one.author === 'MEMBER')?.name ?? ''
      const words = {
        ASSISTANT: usual,
        WAITING: 'A person has been asked to join',
        MEMBER: member ? `${member} is here` : 'A person is here',
        CLOSED: 'This conversation is closed',
      }
      // Only what changed is announced.
      if (words[state] !== shown) {
        shown = words[state]
        who.textContent = shown
      }
      if (member && face?.title !== member) {
        face?.remove()
        face = h('span', 'av', { attributes: { title: member, 'aria-hidden': 'true' } }, initials(member))
        faces.append(face)
      }
    },
    typing(on: boolean) {
      typing.hidden = !on
    },
    offline(on: boolean) {
      offline.hidden = !on
    },
    connection(open: boolean) {
      document.body.dataset.live = String(open)
    },
  }
}
