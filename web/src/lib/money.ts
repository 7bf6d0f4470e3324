export type Money = { amount: number; currency: string }

/** Money travels as minor units; two decimals is what every currency we quote has. */
const major = (minor: number) => minor / 100

const symbol = (currency: string) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 })
    .formatToParts(0)
    .find((p) => p.type === 'currency')?.value ?? currency

/** Cards and sums: `$650k`, `$1.25M`; below ten thousand every unit counts. */
export function shortMoney({ amount, currency }: Money): string {
  const value = major(amount)
  const sign = symbol(currency)
  // 999,500 would round to "1000k", so millions start where thousands end.
  if (value >= 999_500) return `${sign}${(value / 1e6).toFixed(value >= 1e7 ? 1 : 2)}M`
  if (value >= 10_000) return `${sign}${Math.round(value / 1000)}k`
  return fullMoney({ amount, currency })
}

/** Records: `$650,000`. */
export function fullMoney({ amount, currency }: Money): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(major(amount))
}

export const count = (n: number) => n.toLocaleString('en-US')
