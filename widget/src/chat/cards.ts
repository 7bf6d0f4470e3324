import { h, icon } from '../lib/dom'
import type { Action, Attachment, ConsentAsked, Listing } from './contract'
import { slotsCard } from './slots-card'
import { texts } from './texts'
import { appointmentWords, money } from './words'

export type Say = (text: string, action?: Action) => void
export type Card = { attachment: Attachment; active: boolean; say: Say; otherTime: () => void }

/** What a message carries beside its words. An inactive card has been answered or overtaken: it shows, but takes nothing more. */
export function card({ attachment, active, say, otherTime }: Card): Node | undefined {
  switch (attachment.type) {
    case 'SLOTS':
      return active ? slotsCard(attachment, say, otherTime) : undefined
    case 'LISTINGS':
      return listings(attachment.listings)
    case 'CONSENT':
      return active ? consent(attachment, say) : undefined
    case 'BOOKED':
      return booked(attachment)
    case 'CHOICES':
      return active ? choices(attachment.choices, say) : undefined
  }
}

function listings(homes: Listing[]) {
  const row = (home: Listing) => {
    const address = home.address === home.name ? '' : home.address
    const size = [home.beds > 0 && texts().beds(home.beds), home.baths > 0 && texts().baths(home.baths)]
    return h(
      'li',
      '',
      {},
      h('span', 'thumb', {}, icon('home')),
      h(
        'span',
        'grow',
        {},
        h('b', '', {}, home.name || home.address),
        h('small', 'num', {}, [address, ...size].filter(Boolean).join(', ')),
      ),
      home.priceMinor > 0 && h('b', 'num', {}, money(home.priceMinor, home.currency)),
    )
  }
  return h('ul', 'panel homes', { attributes: { 'aria-label': texts().homes } }, ...homes.map(row))
}

function booked(it: Extract<Attachment, { type: 'BOOKED' }>) {
  const when = appointmentWords(it.start)
  const link = (href: string, words: string, shape: string, away: boolean) =>
    href !== '' && h('a', 'btn', { attributes: { href, ...(away && { target: '_blank', rel: 'noopener' }) } }, icon(shape), words)
  return h(
    'section',
    'panel booked',
    { attributes: { 'aria-label': `${texts().booked}: ${when.full}, ${when.time}` } },
    h('div', 'leaf', { attributes: { 'aria-hidden': 'true' } }, h('span', '', {}, when.short), h('b', '', {}, when.number)),
    h(
      'div',
      'grow',
      {},
      h('span', 'tag', {}, icon('check'), texts().booked),
      h('b', '', {}, `${when.long}, ${when.time}`),
      h('small', '', {}, [it.memberName && texts().withMember(it.memberName), it.place].filter(Boolean).join(', ')),
    ),
    h('div', 'acts', {}, link(it.icsUrl, texts().addToCalendar, 'cal', false), link(it.manageUrl, texts().moveOrCancel, 'pen', true)),
  )
}

function choices(words: string[], say: Say) {
  const chip = (word: string) => h('button', 'chip', { attributes: { type: 'button' }, on: { click: () => say(word) } }, word)
  return h('div', 'chips', { attributes: { role: 'group', 'aria-label': texts().answers } }, ...words.map(chip))
}

/** The recorded wording, whole, beside a box that starts unticked; declining is one tap as well. */
function consent(asked: ConsentAsked, say: Say) {
  const { box, field } = consentBox(asked)
  const agree = h('button', 'btn primary', { attributes: { type: 'button', disabled: true } }, texts().agree)
  const decline = h('button', 'btn', { attributes: { type: 'button' } }, texts().decline)
  box.addEventListener('change', () => {
    agree.disabled = !box.checked
  })
  agree.addEventListener('click', () => say(consentWords(true, asked.channel), consentAction(asked, true)))
  decline.addEventListener('click', () => say(consentWords(false, asked.channel), consentAction(asked, false)))
  return h('section', 'panel consents', { attributes: { 'aria-label': texts().consent } }, field, h('div', 'acts', {}, agree, decline))
}

export function consentBox({ wording }: ConsentAsked) {
  const box = h('input', 'check', { attributes: { type: 'checkbox' } })
  return { box, field: h('label', 'consent', {}, box, h('span', '', {}, wording)) }
}

export const consentAction = ({ channel, wordingVersion }: ConsentAsked, granted: boolean): Action => ({
  type: 'CONSENT',
  channel,
  granted,
  wordingVersion,
})

export function consentWords(granted: boolean, channel: string) {
  const { mayContact, mayContactMe, dontContact, dontContactMe } = texts()
  return granted ? (mayContact.get(channel) ?? mayContactMe) : (dontContact.get(channel) ?? dontContactMe)
}
