import { h } from '../lib/dom'
import { readChallenge, solve } from '../lib/proof'

// The page came with its form. Where scripts run, the chat takes the first place, and the form is one tap away.
const card = document.querySelector<HTMLElement>('#capture')
const details = document.querySelector<HTMLElement>('#details')
if (card?.dataset.chat && details) offerChat(card, details, card.dataset.chat)

// The door is rushed: the browser works a moment for the form that the server did not take yet, and sends it again.
const form = details?.querySelector('form')
const proof = form?.querySelector<HTMLInputElement>('input[name=proof]')
if (form?.dataset.challenge && proof) {
  const asked = readChallenge(JSON.parse(form.dataset.challenge))
  if (asked) {
    proof.value = await solve(asked)
    form.submit()
  }
}

function offerChat(card: HTMLElement, details: HTMLElement, address: string) {
  const chat = h(
    'div',
    'chat',
    { attributes: { id: 'chat', role: 'tabpanel' } },
    h('iframe', '', { attributes: { src: address, title: 'Chat' } }),
  )
  const panels = { chat, details }
  const tabs = {
    chat: tab('chat', 'Chat now'),
    details: tab('details', 'Leave your details'),
  }

  function tab(name: 'chat' | 'details', words: string) {
    return h('button', '', { attributes: { type: 'button', role: 'tab', 'aria-controls': name }, on: { click: () => show(name) } }, words)
  }

  function show(name: 'chat' | 'details') {
    for (const one of ['chat', 'details'] as const) {
      panels[one].hidden = one !== name
      tabs[one].setAttribute('aria-selected', String(one === name))
      tabs[one].tabIndex = one === name ? 0 : -1
    }
  }

  const list = h('div', 'tabs', { attributes: { role: 'tablist', 'aria-label': 'How to reach us' } }, tabs.chat, tabs.details)
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const next = tabs.chat.tabIndex === 0 ? 'details' : 'chat'
    show(next)
    tabs[next].focus()
  })
  details.setAttribute('role', 'tabpanel')
  card.prepend(list, chat)
  card.classList.add('with-chat')
  show(card.dataset.show === 'details' ? 'details' : 'chat')
}
