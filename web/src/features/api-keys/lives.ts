const DAY_MS = 86_400_000

export const lives = [
  { key: '30', label: 'In 30 days' },
  { key: '90', label: 'In 90 days' },
  { key: '365', label: 'In a year' },
  { key: 'never', label: 'Never' },
] as const

/** The moment at which a key that is made now ends; null for never. */
export const endAfter = (life: string, now: Date): string | null =>
  life === 'never' ? null : new Date(now.getTime() + Number(life) * DAY_MS).toISOString()
