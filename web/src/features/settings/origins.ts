const LONGEST_AREA = 80

/** `https://www.agency.com/homes` is the origin `https://www.agency.com`; null when it is no address of a site. */
export function readOrigin(text: string): string | null {
  const typed = text.trim()
  if (!typed || /\s/.test(typed)) return null
  const address = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (!address || address.username || address.password) return null
  const local = address.hostname === 'localhost' || address.hostname === '127.0.0.1'
  if (address.protocol === 'https:' && (local || address.hostname.includes('.'))) return address.origin
  return address.protocol === 'http:' && local ? address.origin : null
}

export function readArea(text: string): string | null {
  const area = text.trim().replace(/\s+/g, ' ')
  return area && area.length <= LONGEST_AREA ? area : null
}
