import { describe, expect, it } from 'vitest'
import { readChallenge, solve } from './proof'

const hexOf = async (text: string) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

describe('proof of work', () => {
  it('finds the number and answers as ALTCHA does', async () => {
    const challenge = await hexOf('abc?expires=1&1234')

    const payload = await solve({ algorithm: 'SHA-256', challenge, maxnumber: 5000, salt: 'abc?expires=1&', signature: 'ff' })

    expect(JSON.parse(atob(payload))).toEqual({ algorithm: 'SHA-256', challenge, number: 1234, salt: 'abc?expires=1&', signature: 'ff' })
  })

  it('gives up where there is none', async () => {
    await expect(solve({ algorithm: 'SHA-256', challenge: 'ff', maxnumber: 600, salt: 'abc', signature: 'ff' })).rejects.toThrow(
      'no answer',
    )
  })

  it('reads nothing but a challenge', () => {
    expect(readChallenge(undefined)).toBeUndefined()
    expect(readChallenge({ algorithm: 'MD5', challenge: 'a', maxnumber: 1, salt: 's', signature: 'x' })).toBeUndefined()
    expect(readChallenge({ algorithm: 'SHA-256', challenge: 'a', maxnumber: 9e15, salt: 's', signature: 'x' })?.maxnumber).toBe(1_000_000)
  })
})
