import type { TimelineItem } from '@/api/generated/types.gen'

type Guard = Extract<TimelineItem, { type: 'GUARD' }>

const declined: Record<string, string> = {
  FAIR_HOUSING: 'Declined to rate an area or its people: fair housing',
  INJECTION: 'Did not follow what was said to the assistant itself',
}

const heldBack: Record<string, string> = {
  FAIR_HOUSING: 'a claim about an area or its people',
  PRICE_OPINION: 'a price opinion',
  LEGAL_ADVICE: 'legal advice',
  MORTGAGE_ADVICE: 'mortgage advice',
  PROMISE: 'a promise',
  UNDONE_DEED: 'a deed that was not done',
  DENIES_AUTOMATION: 'a denial that it is automated',
  LINK: 'a link',
  MARKUP: 'markup',
  CONTACT_DETAIL: 'an address or number',
  PROMPT_LEAK: 'its own instructions',
  TOO_LONG: 'too long an answer',
  TONE: 'the tone',
  OTHER_LANGUAGE: 'another language',
  UNKNOWN_FIGURE: 'a figure from nowhere',
  UNKNOWN_NAME: 'a name from nowhere',
}

/** What a guard did, in a sentence; the words in question follow it. */
export const stopped = ({ side, kind }: Guard) =>
  side === 'INPUT'
    ? (declined[kind] ?? 'Declined')
    : `The assistant's wording was held back for ${heldBack[kind] ?? 'a reason of its rules'}`
