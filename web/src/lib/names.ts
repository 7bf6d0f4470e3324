/** `AR` for Ana Reyes, `LH` for "Lena & Paul Hofmann", the last two digits for a phone number. */
export function initials(name: string): string {
  const digits = name.replace(/\D/g, '')
  if (digits.length >= 7) return digits.slice(-2)
  const words = name.split(/[\s&]+/).filter((word) => /\p{L}/u.test(word))
  const first = words[0]
  if (!first) return '?'
  const last = words.length > 1 ? words[words.length - 1] : undefined
  return ([...first][0] ?? '').toUpperCase() + (last ? ([...last][0] ?? '').toUpperCase() : '')
}

/** `Nora`; a phone number and "Visitor 48F2" have no first name and stay whole. */
export const firstName = (name: string) => (/\d/.test(name) ? name : (name.split(/\s/)[0] ?? name))
