import { h } from '../lib/dom'

// The page came with its form. Where scripts run, the chat takes the first place, and the form is one tap away.
const card = document.querySelector<HTMLElement>('#capture')
const form = document.querySelector<HTMLFormElement>('#form')
if (card?.dataset.chat && form) offerChat(card, form, card.dataset.chat)

function offerChat(card: HTMLElement, form: HTMLFormElement, address: string) {
  const chat = h(
    'div',
    'chat',
    { attributes: { id: 'chat', role: 'tabpanel' } },
    h('iframe', '', { attributes: { src: address, title: 'Chat' } }),
  )
  const panels = { chat, form }
  const tabs = {
    chat: tab('chat', 'Chat now'),
    form: tab('form', 'Leave your details'),
  }

  function tab(name: 'chat' | 'form', words: string) {
    return h('button', '', { attributes: { type: 'button', role: 'tab', 'aria-controls': name }, on: { click: () => show(name) } }, words)
  }

  function show(name: 'chat' | 'form') {
    for (const one of ['chat', 'form'] as const) {
      panels[one].hidden = one !== name
      tabs[one].setAttribute('aria-selected', String(one === name))
      tabs[one].tabIndex = one === name ? 0 : -1
    }
  }

  const list = h('div', 'tabs', { attributes: { role: 'tablist', 'aria-label': 'How to reach us' } }, tabs.chat, tabs.form)
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const next = tabs.chat.tabIndex === 0 ? 'form' : 'chat'
    show(next)
    tabs[next].focus()
  })
  form.setAttribute('role', 'tabpanel')
  card.prepend(list, chat)
  card.classList.add('with-chat')
  show(card.dataset.show === 'form' ? 'form' : 'chat')
}
