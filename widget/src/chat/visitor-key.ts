import { randomKey } from '../lib/random'
import type { Kept } from '../lib/storage'

/** 256 random bits that stand for this browser; made on the first visit, kept only once something has been said. */
export function visitorKey(kept: Kept) {
  const stored = kept.get('visitor')
  const known = stored !== undefined && /^[\w-]{22,64}$/.test(stored)
  const value = known ? stored : randomKey()
  return { value, known, keep: () => kept.set('visitor', value) }
}
