import { h } from '../lib/dom'
import { consentAction, consentBox, consentWords, type Say } from './cards'
import type { Attachment, Day, Slot } from './contract'
import { texts } from './texts'
import { dayWords, zoneName } from './words'

type Slots = Extract<Attachment, { type: 'SLOTS' }>

/** Day, then time, then one button that says what it will do. Nothing is booked by a tap on a time alone. */
export function slotsCard(slots: Slots, say: Say, otherTime: () => void) {
  let day = slots.days.find((one) => one.slots.length > 0)
  let slot: Slot | undefined

  const days = h('div', 'days', { attributes: { role: 'group', 'aria-label': texts().day } })
  const times = h('div', 'times', { attributes: { role: 'group' } })
  const book = h('button', 'btn primary lg', { attributes: { type: 'button' }, on: { click: send } })
  const consent = slots.consent && consentBox(slots.consent)

  function show() {
    days.replaceChildren(...slots.days.map(dayButton))
    times.replaceChildren(...(day?.slots ?? []).map(timeButton), other())
    times.setAttribute('aria-label', day ? texts().timesOn(dayWords(day.date).full) : texts().times)
    book.disabled = !slot
    book.textContent = day && slot ? texts().book(dayWords(day.date).long, slot.label) : texts().chooseTime
  }

  function dayButton(one: Day) {
    const words = dayWords(one.date)
    const left = one.slots.length ? texts().free(one.free || one.slots.length) : texts().full
    const attributes = { type: 'button', disabled: one.slots.length === 0, 'aria-pressed': String(one === day) }
    const month = h('span', 'vh', {}, ` ${words.month}, `)
    return h(
      'button',
      '',
      { attributes, on: { click: () => pick(one, undefined) } },
      words.short,
      h('b', '', {}, words.number),
      month,
      left,
    )
  }

  function timeButton(one: Slot) {
    const attributes = { type: 'button', 'aria-pressed': String(one === slot) }
    return h('button', 'time', { attributes, on: { click: () => pick(day, one) } }, one.label)
  }

  const other = () => h('button', 'other', { attributes: { type: 'button' }, on: { click: otherTime } }, texts().other)

  /** Redrawn in place; the focus stays on the button that was pressed. */
  function pick(nextDay: Day | undefined, nextSlot: Slot | undefined) {
    day = nextDay
    slot = nextSlot
    show()
    const group = nextSlot ? times : days
    group.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }

  function send() {
    if (!day || !slot) return
    if (slots.consent && consent?.box.checked) say(consentWords(true, slots.consent.channel), consentAction(slots.consent, true))
    say(`${dayWords(day.date).full}, ${slot.label}`, { type: 'CHOOSE_SLOT', slotId: slot.slotId })
  }

  show()
  return h(
    'section',
    'panel slots',
    { attributes: { 'aria-label': texts().freeTimes } },
    h(
      'div',
      'row',
      {},
      h('b', 'grow', {}, slots.memberName ? texts().withMember(slots.memberName) : texts().freeTimes),
      h('span', 'mute', {}, texts().minutes(slots.minutes, zoneName(slots.timeZone))),
    ),
    days,
    times,
    consent?.field,
    book,
  )
}
