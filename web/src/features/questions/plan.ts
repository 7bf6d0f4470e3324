import type { Condition, QuestionChange, QuestionLine, QuestionList, QuestionSettings } from '@/api/generated/types.gen'

export type Track = QuestionList['track']
export type Plan = Pick<QuestionSettings, 'unsaid' | 'handoverWords' | 'lists'>

export const tracks: { key: Track; label: string; unsaid: string }[] = [
  { key: 'BUY', label: 'Buyers', unsaid: 'Buy' },
  { key: 'RENT', label: 'Renters', unsaid: 'Rent' },
  { key: 'SELL', label: 'Sellers', unsaid: 'Sell' },
  { key: 'LET', label: 'Landlords', unsaid: 'Let' },
]

type FactWords = { key: string; label: string; values?: { value: string; label: string }[] }

/** What a question can be made to depend on. A fact without values is known or not. */
export const facts: FactWords[] = [
  { key: 'listingRef', label: 'A home of yours' },
  { key: 'areas', label: 'Area' },
  { key: 'price', label: 'Price' },
  { key: 'beds', label: 'Beds' },
  { key: 'timeline', label: 'Timeline' },
  { key: 'motivation', label: 'Reason' },
  {
    key: 'financing',
    label: 'Financing',
    values: [
      { value: 'CASH', label: 'cash' },
      { value: 'PRE_APPROVED', label: 'pre-approved' },
      { value: 'IN_PROGRESS', label: 'in progress' },
      { value: 'NEEDED', label: 'to be arranged' },
    ],
  },
  {
    key: 'propertyType',
    label: 'Type of home',
    values: ['house', 'condo', 'townhouse', 'apartment', 'land'].map((value) => ({ value, label: value })),
  },
  {
    key: 'currentHome',
    label: 'Current home',
    values: [
      { value: 'rents', label: 'rented' },
      { value: 'owns', label: 'owned' },
      { value: 'mustSell', label: 'to be sold first' },
    ],
  },
  {
    key: 'representedByAgent',
    label: 'Agent already',
    values: [
      { value: 'true', label: 'yes' },
      { value: 'false', label: 'no' },
    ],
  },
]

const factOf = (key: string): FactWords => facts.find((fact) => fact.key === key) ?? { key, label: key }

/** `Only when financing is not cash`. */
export function conditionWords({ key, test, value }: Condition): string {
  const fact = factOf(key)
  const said = fact.values?.find((one) => one.value === value)?.label ?? value
  const words = { KNOWN: 'is known', UNKNOWN: 'is not known', IS: `is ${said}`, IS_NOT: `is not ${said}` }[test]
  return `Only when ${fact.label.toLowerCase()} ${words}`
}

export function moved<T>(list: T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return list
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, item)
}

/** What the server takes back of what it gave. */
export const changeOf = ({ unsaid, handoverWords, lists }: Plan): QuestionChange => ({
  unsaid,
  handoverWords,
  lists: lists.map(({ track, questions }) => ({
    track,
    questions: questions.map(({ question, on, need, when, english, spanish }) => ({
      question,
      on,
      need,
      when: when ?? null,
      english: english ?? null,
      spanish: spanish ?? null,
    })),
  })),
})

type Sample = { says: string; facts: Record<string, string> }

const samples: Partial<Record<QuestionLine['question'], Sample>> = {
  AREA: { says: 'Around Travis Heights', facts: { areas: 'Travis Heights' } },
  PRICE: { says: 'About 650k', facts: { price: '650000' } },
  BEDS: { says: 'Three', facts: { beds: '3' } },
  BATHS: { says: 'Two', facts: { baths: '2' } },
  PROPERTY_TYPE: { says: 'A house', facts: { propertyType: 'house' } },
  MUST_HAVES: { says: 'A garage', facts: { 'mustHaves.garage': 'true' } },
  PROPERTY_ADDRESS: { says: '1714 Alta Vista Ave', facts: { propertyAddress: '1714 Alta Vista Ave' } },
  PRICE_EXPECTATION: { says: 'Around 600k', facts: { priceExpectation: '600000' } },
  MOTIVATION: { says: 'Our lease ends', facts: { motivation: 'lease ends' } },
  TIMELINE: { says: 'By August', facts: { timeline: 'August' } },
  MOVE_IN: { says: 'On September 1', facts: { timeline: 'September 1' } },
  REPRESENTED: { says: 'No, not yet', facts: { representedByAgent: 'false' } },
  FINANCING: { says: 'We are pre-approved', facts: { financing: 'PRE_APPROVED' } },
  CURRENT_HOME: { says: 'No, we rent', facts: { currentHome: 'rents' } },
  PETS: { says: 'One dog', facts: { 'mustHaves.pets': 'true' } },
  NAME: { says: 'Nora Whitfield', facts: {} },
  CONTACT: { says: '512 555 0143', facts: {} },
}

function holds({ key, test, value }: Condition, known: Record<string, string>): boolean {
  const fact = known[key]
  switch (test) {
    case 'KNOWN':
      return fact !== undefined
    case 'UNKNOWN':
      return fact === undefined
    case 'IS':
      return fact !== undefined && fact.toLowerCase() === value?.toLowerCase()
    case 'IS_NOT':
      return fact === undefined || fact.toLowerCase() !== value?.toLowerCase()
  }
}

export type Exchange = { question: QuestionLine['question']; asks: string; says: string }

/** The talk with somebody who answers everything: one question at a time, those whose condition fails left out. */
export function example(questions: QuestionLine[], language: 'english' | 'spanish'): Exchange[] {
  const known: Record<string, string> = {}
  const asked: Exchange[] = []
  const waiting = questions.filter((line) => line.on)
  for (;;) {
    const next = waiting.findIndex((line) => !line.when || holds(line.when, known))
    const line = waiting[next]
    if (!line) return asked
    waiting.splice(next, 1)
    const sample = samples[line.question]
    Object.assign(known, sample?.facts)
    const standard = language === 'english' ? line.standardEnglish : line.standardSpanish
    asked.push({ question: line.question, asks: line[language] || standard, says: sample?.says ?? 'Yes' })
  }
}
