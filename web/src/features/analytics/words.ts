const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const

/** Two units at most: `3 min 40 s`, `1 d 2 h`, `41 d`. */
export function length(seconds: number | null | undefined): string {
  if (seconds == null) return 'No answer yet'
  let left = Math.round(seconds)
  if (left < 1) return 'At once'
  const parts: string[] = []
  for (const [unit, size] of units) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) parts.push(`${count} ${unit}`)
    else if (parts.length > 0) break
    // Ten days and more need no hours.
    if (parts.length === 2 || (unit === 'd' && count >= 10)) break
  }
  return parts.join(' ')
}
