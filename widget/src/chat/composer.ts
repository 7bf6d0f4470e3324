import { h, part } from '../lib/dom'
import type { Kept } from '../lib/storage'
import { texts } from './texts'

/** What the chat takes in one message; the server takes more, but reads only this much of it closely. */
export const longest = 4000

/** The box under the talk: grows with its text, sends on Enter (not while an input method composes), keeps a draft over a reload. */
export function composer(kept: Kept, send: (text: string, trap: string) => void) {
  const form = part('#composer', HTMLFormElement)
  const box = part('#text', HTMLTextAreaElement)
  const button = part('#send', HTMLButtonElement)
  const trap = part('#website', HTMLInputElement)
  const count = part('#count', HTMLElement)

  function measure() {
    const over = box.value.length - longest
    count.hidden = over < -500
    count.classList.toggle('bad', over > 0)
    const words = over > 0 ? texts().over(over, longest.toLocaleString('en')) : texts().of(box.value.length, longest)
    count.replaceChildren(h('span', '', {}, words))
    box.style.height = 'auto'
    box.style.height = `${Math.min(box.scrollHeight, 132)}px`
    button.setAttribute('aria-disabled', String(box.value.trim() === '' || over > 0))
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = box.value.trim()
    if (text === '' || box.value.length > longest) return box.focus()
    box.value = ''
    box.placeholder = texts().write
    kept.remove('draft')
    measure()
    send(text, trap.value)
    box.focus()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  box.addEventListener('input', () => {
    kept.set('draft', box.value)
    measure()
  })

  box.value = kept.get('draft') ?? ''
  measure()

  return {
    focus: () => box.focus(),
    invite(question: string) {
      box.placeholder = question
      box.focus()
    },
    /** A first question from the host page; never over something that the visitor has typed. */
    suggest(text: string) {
      if (text === '' || box.value !== '') return
      box.value = text
      measure()
    },
  }
}
