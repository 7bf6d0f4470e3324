import { readChallenge, solve } from '../lib/proof'
import { type Conversation, fields, type Outgoing, type Receipt, readConversation, readReceipt } from './contract'

/** What became of one attempt to send. `refused` is for good; the words come from the server's problem document. */
export type Sent =
  | { kind: 'accepted'; receipt: Receipt }
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'later'; afterMs: number | undefined }

export type Transport = ReturnType<typeof transport>

/** The chat's three doors on the server. The visitor's key is the only credential; cookies are never sent. */
export function transport(site: string, visitorKey: string, request: typeof fetch = (...call) => fetch(...call)) {
  const base = `/public/chat/${encodeURIComponent(site)}`
  const options = { credentials: 'omit', cache: 'no-store' } as const
  const headers = { 'X-Visitor-Key': visitorKey }

  return {
    /** @param proof of work, once the server has asked for it */
    async send(message: Outgoing, proof?: string): Promise<Sent> {
      let answer: Response
      try {
        const sent = { ...headers, 'Content-Type': 'application/json', ...(proof && { 'X-Proof': proof }) }
        answer = await request(`${base}/messages`, {
          ...options,
          method: 'POST',
          headers: sent,
          body: JSON.stringify(message),
          keepalive: true,
        })
      } catch {
        return { kind: 'later', afterMs: undefined }
      }
      const body: unknown = await answer.json().catch(() => undefined)
      if (answer.ok) {
        const receipt = readReceipt(body)
        return receipt ? { kind: 'accepted', receipt } : { kind: 'later', afterMs: undefined }
      }
      const { type, detail, challenge } = fields(body)
      if (answer.status === 428) {
        const asked = readChallenge(challenge)
        // A proof that came too late is asked for again, in a while.
        return asked && !proof ? this.send(message, await solve(asked)) : { kind: 'later', afterMs: undefined }
      }
      const code = typeof type === 'string' ? (type.split(':').at(-1) ?? '') : ''
      // Too fast is a matter of time; a full conversation is not.
      if (answer.status >= 500 || answer.status === 408 || (answer.status === 429 && code !== 'conversation-full'))
        return { kind: 'later', afterMs: retryAfter(answer) }
      return { kind: 'refused', code, detail: typeof detail === 'string' ? detail : `The chat answered ${answer.status}.` }
    },

    async conversation(): Promise<Conversation> {
      const answer = await request(`${base}/conversation`, { ...options, headers })
      if (!answer.ok) throw new Error(`conversation: ${answer.status}`)
      return readConversation(await answer.json())
    },

    events(lastSeq: number, signal: AbortSignal): Promise<Response> {
      const asked = { ...headers, Accept: 'text/event-stream', 'Last-Event-ID': String(lastSeq) }
      return request(`${base}/events`, { ...options, headers: asked, signal })
    },
  }
}

export function retryAfter(answer: Response): number | undefined {
  const seconds = Number(answer.headers.get('Retry-After'))
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 300) * 1000 : undefined
}
