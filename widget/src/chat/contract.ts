/** The chat's public contract, read at the boundary: what does not parse is dropped here and nowhere else. */
export type Author = 'LEAD' | 'ASSISTANT' | 'MEMBER' | 'SYSTEM'
export type State = 'ASSISTANT' | 'WAITING' | 'MEMBER' | 'CLOSED'

export type Slot = { slotId: string; label: string; start: string }
export type Day = { date: string; label: string; free: number; slots: Slot[] }
export type Listing = { id: string; name: string; address: string; priceMinor: number; currency: string; beds: number; baths: number }
export type ConsentAsked = { channel: string; wording: string; wordingVersion: number }

export type Attachment =
  | { type: 'SLOTS'; memberName: string; timeZone: string; minutes: number; days: Day[]; consent: ConsentAsked | undefined }
  | { type: 'LISTINGS'; listings: Listing[] }
  | ({ type: 'CONSENT' } & ConsentAsked)
  | { type: 'BOOKED'; start: string; end: string; memberName: string; place: string; timeZone: string; manageUrl: string; icsUrl: string }
  | { type: 'CHOICES'; choices: string[] }

export type ChatMessage = {
  seq: number
  author: Author
  name: string
  text: string
  at: string
  clientId: string | undefined
  attachment: Attachment | undefined
}

export type Action =
  | { type: 'CHOOSE_SLOT'; slotId: string }
  | { type: 'CONSENT'; channel: string; granted: boolean; wordingVersion: number }

export type Outgoing = { clientId: string; text: string; page?: string; website?: string; action?: Action }
export type Receipt = { seq: number }
export type Conversation = { conversationId: string | undefined; state: State; messages: ChatMessage[] }

const authors: readonly Author[] = ['LEAD', 'ASSISTANT', 'MEMBER', 'SYSTEM']
const states: readonly State[] = ['ASSISTANT', 'WAITING', 'MEMBER', 'CLOSED']

export function readConversation(data: unknown): Conversation {
  const { conversationId, state, messages } = fields(data)
  return {
    conversationId: typeof conversationId === 'string' ? conversationId : undefined,
    state: readState(state) ?? 'ASSISTANT',
    messages: list(messages, readMessage),
  }
}

export const readState = (value: unknown): State | undefined => states.find((state) => state === value)

export const readDraft = (data: unknown): string => string(fields(data).text)

export function readReceipt(data: unknown): Receipt | undefined {
  const { seq } = fields(data)
  return isSeq(seq) ? { seq } : undefined
}

export function readMessage(data: unknown): ChatMessage | undefined {
  const { seq, author, name, text, at, clientId, attachment } = fields(data)
  const known = authors.find((one) => one === author)
  if (!isSeq(seq) || !known) return undefined
  return {
    seq,
    author: known,
    name: string(name),
    text: string(text),
    at: string(at),
    clientId: typeof clientId === 'string' ? clientId : undefined,
    attachment: readAttachment(attachment),
  }
}

/** A message that an earlier life of the page left in the visitor's storage: as little trusted as anything else from outside. */
export function readOutgoing(data: unknown): Outgoing | undefined {
  const { clientId, text, page, action } = fields(data)
  if (!string(clientId) || !string(text)) return undefined
  const read = readAction(action)
  return { clientId: string(clientId), text: string(text), ...(string(page) && { page: string(page) }), ...(read && { action: read }) }
}

function readAction(data: unknown): Action | undefined {
  const { type, slotId, channel, granted, wordingVersion } = fields(data)
  if (type === 'CHOOSE_SLOT' && string(slotId)) return { type, slotId: string(slotId) }
  if (type === 'CONSENT' && string(channel))
    return { type, channel: string(channel), granted: granted === true, wordingVersion: number(wordingVersion) }
  return undefined
}

export function readAttachment(data: unknown): Attachment | undefined {
  const it = fields(data)
  switch (it.type) {
    case 'SLOTS': {
      const days = list(it.days, readDay)
      if (!days.length) return undefined
      const common = { memberName: string(it.memberName), timeZone: string(it.timeZone), minutes: number(it.minutes) }
      return { type: 'SLOTS', ...common, days, consent: readConsent(it.consent) }
    }
    case 'LISTINGS':
      return { type: 'LISTINGS', listings: list(it.listings, readListing) }
    case 'CONSENT': {
      const asked = readConsent(data)
      return asked && { type: 'CONSENT', ...asked }
    }
    case 'BOOKED':
      return {
        type: 'BOOKED',
        start: string(it.start),
        end: string(it.end),
        memberName: string(it.memberName),
        place: string(it.place),
        timeZone: string(it.timeZone),
        manageUrl: link(it.manageUrl),
        icsUrl: link(it.icsUrl),
      }
    case 'CHOICES':
      return { type: 'CHOICES', choices: list(it.choices, (choice) => string(choice) || undefined) }
    default:
      return undefined
  }
}

function readConsent(data: unknown): ConsentAsked | undefined {
  const { channel, wording, wordingVersion } = fields(data)
  if (!string(channel) || !string(wording)) return undefined
  return { channel: string(channel), wording: string(wording), wordingVersion: number(wordingVersion) }
}

function readDay(data: unknown): Day | undefined {
  const { date, label, free, slots } = fields(data)
  if (!string(date)) return undefined
  return { date: string(date), label: string(label), free: number(free), slots: list(slots, readSlot) }
}

function readSlot(data: unknown): Slot | undefined {
  const { slotId, label, start } = fields(data)
  return string(slotId) ? { slotId: string(slotId), label: string(label), start: string(start) } : undefined
}

function readListing(data: unknown): Listing | undefined {
  const { id, name, address, priceMinor, currency, beds, baths } = fields(data)
  if (!string(id)) return undefined
  const words = { id: string(id), name: string(name), address: string(address), currency: string(currency) || 'USD' }
  return { ...words, priceMinor: number(priceMinor), beds: number(beds), baths: number(baths) }
}

/** Only addresses that a browser may open as a page: a `javascript:` one becomes nothing. */
function link(value: unknown): string {
  try {
    const url = new URL(string(value), location.href)
    return string(value) && /^https?:$/.test(url.protocol) ? url.href : ''
  } catch {
    return ''
  }
}

export function fields(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {}
}
const isSeq = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
const string = (value: unknown) => (typeof value === 'string' ? value : '')
const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
function list<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  return Array.isArray(value) ? value.flatMap((item) => read(item) ?? []) : []
}
