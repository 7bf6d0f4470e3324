const CENTS = 100
const MICROS = 1_000_000

const money = (digits: number) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: digits })

/** A budget: `$20.00`. */
export const ofCents = (cents: number) => money(2).format(cents / CENTS)

/** What calls cost, mostly fractions of a cent: `$0.0004`. */
export const ofMicros = (micros: number) => money(4).format(micros / MICROS)

export const microsOfCents = (cents: number) => cents * (MICROS / CENTS)

/** What was typed, in cents; null where it is no amount. */
export function readCents(text: string): number | null {
  const typed = text.trim().replace(/^\$/, '').replaceAll(',', '')
  return /^\d{1,6}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * CENTS) : null
}
