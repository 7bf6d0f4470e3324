import { h, part } from '../lib/dom'
import type { ChatMessage, State } from './contract'
import { stateWords } from './texts'
import { initials } from './words'

/** Who is talking, whether an answer is being written, and whether the line is there. */
export function statusLine() {
  const who = part('#who', HTMLElement)
  const faces = part('#faces', HTMLElement)
  const typing = part('#typing', HTMLElement)
  const offline = part('#offline', HTMLElement)
  const close = part('#close', HTMLButtonElement)
  let face: HTMLElement | undefined
  let shown = who.textContent ?? ''

  return {
    framed() {
      close.hidden = false
    },
    show(state: State, messages: ChatMessage[]) {
      const member = messages.findLast((one) => one.author === 'MEMBER')?.name ?? ''
      const words = stateWords(state, member)
      // Only what changed is announced.
      if (words !== shown) {
        shown = words
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
