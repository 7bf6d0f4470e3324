import type { AddFact } from '@/api/generated/types.gen'
import { count } from '@/lib/money'

type Form =
  | { kind: 'words' }
  | { kind: 'list' }
  | { kind: 'number' }
  | { kind: 'money' }
  | { kind: 'date' }
  | { kind: 'yes-no' }
  | { kind: 'choice'; options: { value: string; label: string }[] }

type TypedFact = { key: string; label: string; form: Form; hint?: string }

/** What a person may note by hand, and in which shape the server keeps it. */
export const typedFacts: TypedFact[] = [
  {
    key: 'intent',
    label: 'Intent',
    form: {
      kind: 'choice',
      options: [
        { value: 'buy', label: 'Buy' },
        { value: 'sell', label: 'Sell' },
        { value: 'rent', label: 'Rent' },
        { value: 'let', label: 'Let' },
      ],
    },
  },
  { key: 'areas', label: 'Areas', form: { kind: 'list' }, hint: 'Several with commas' },
  { key: 'price', label: 'Price, up to', form: { kind: 'money' } },
  { key: 'priceExpectation', label: 'Price expected', form: { kind: 'money' } },
  { key: 'beds', label: 'Beds, at least', form: { kind: 'number' } },
  { key: 'baths', label: 'Baths, at least', form: { kind: 'number' } },
  { key: 'timeline', label: 'Move by', form: { kind: 'date' } },
  { key: 'motivation', label: 'Motivation', form: { kind: 'words' } },
  {
    key: 'financing',
    label: 'Financing',
    form: {
      kind: 'choice',
      options: [
        { value: 'CASH', label: 'Cash' },
        { value: 'PRE_APPROVED', label: 'Pre-approved' },
        { value: 'IN_PROGRESS', label: 'In progress' },
        { value: 'NEEDED', label: 'Needed' },
      ],
    },
  },
  { key: 'representedByAgent', label: 'Has an agent already', form: { kind: 'yes-no' } },
  { key: 'propertyAddress', label: 'Address of the home to sell', form: { kind: 'words' } },
]

const dollars = (text: string) => Number(text.replace(/[^\d.]/g, ''))

/** What was typed, as the server takes it; null while it is not an answer yet. */
export function readFact({ key, form }: TypedFact, text: string, currency: string): AddFact | null {
  const typed = text.trim()
  if (!typed) return null
  switch (form.kind) {
    case 'words':
      return { key, value: typed, display: typed }
    case 'list': {
      const names = typed
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
      return names.length > 0 ? { key, value: names, display: names.join(', ') } : null
    }
    case 'number': {
      const number = Number(typed)
      return Number.isFinite(number) && number >= 0 && number <= 50 ? { key, value: { min: number }, display: `${number} or more` } : null
    }
    case 'money': {
      const amount = dollars(typed)
      if (!Number.isFinite(amount) || amount <= 0) return null
      const value = { max: Math.round(amount * 100), currency, period: 'total', about: false }
      return { key, value, display: `up to ${count(Math.round(amount))} ${currency}` }
    }
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(typed)
        ? {
            key,
            value: { by: typed },
            display: `by ${new Date(`${typed}T12:00`).toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric' })}`,
          }
        : null
    case 'yes-no':
      return { key, value: typed === 'yes', display: typed === 'yes' ? 'Yes' : 'No' }
    case 'choice': {
      const chosen = form.options.find((option) => option.value === typed)
      return chosen ? { key, value: chosen.value, display: chosen.label } : null
    }
  }
}
