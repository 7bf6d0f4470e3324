/** ALTCHA, version 1: find the number whose SHA-256, after the salt, is the challenge. */
export type Challenge = { algorithm: string; challenge: string; maxnumber: number; salt: string; signature: string }

const AT_ONCE = 500

export function readChallenge(data: unknown): Challenge | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { algorithm, challenge, maxnumber, salt, signature } = Object.fromEntries(Object.entries(data))
  return algorithm === 'SHA-256' &&
    typeof challenge === 'string' &&
    typeof maxnumber === 'number' &&
    typeof salt === 'string' &&
    typeof signature === 'string'
    ? { algorithm, challenge, maxnumber: Math.min(maxnumber, 1_000_000), salt, signature }
    : undefined
}

/** @returns what the server takes as proof: the payload of ALTCHA's clients */
export async function solve(asked: Challenge): Promise<string> {
  const encoder = new TextEncoder()
  for (let from = 0; from <= asked.maxnumber; from += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, step) => from + step)
    // Many at once: each digest is a trip to another thread.
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest('SHA-256', encoder.encode(asked.salt + number))))
    const found = hashes.findIndex((hash) => hex(hash) === asked.challenge)
    if (found >= 0) {
      const { maxnumber: _, ...answer } = asked
      return btoa(JSON.stringify({ ...answer, number: from + found }))
    }
  }
  throw new Error('The challenge has no answer.')
}

const hex = (hash: ArrayBuffer) => Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
