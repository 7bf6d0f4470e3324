import { backoff, pause } from '../lib/backoff'
import { eventStream, type StreamEvent } from './event-stream'
import { retryAfter, type Transport } from './transport'

type Ports = {
  events: Transport['events']
  lastSeq: () => number
  onEvent: (event: StreamEvent) => void
  onConnection: (open: boolean) => void
  sleep?: typeof pause
}

/** The server says something every 15 s, if only a comment; after three silences the line is dead even if the socket does not know it. */
const silence = 45_000

/**
 * Follows the conversation for as long as the page lives: reconnects from the last message seen, so that nothing is missed and nothing
 * comes twice. A refusal (unknown site, foreign origin) ends it; everything else is tried again.
 */
export function live({ events, lastSeq, onEvent, onConnection, sleep = pause }: Ports) {
  let hurry = new AbortController()
  let started = false

  async function follow() {
    for (let attempt = 0; ; attempt++) {
      const line = new AbortController()
      let afterMs: number | undefined
      try {
        const answer = await events(lastSeq(), line.signal)
        if (answer.status >= 400 && answer.status < 500 && answer.status !== 429 && answer.status !== 408) return
        afterMs = retryAfter(answer)
        if (answer.ok && answer.body) {
          attempt = 0
          onConnection(true)
          await read(answer.body, line)
        }
      } catch {
        // A broken line is the normal end of a stream; what matters is where to go on from.
      }
      line.abort()
      onConnection(false)
      await sleep(afterMs ?? backoff(attempt), hurry.signal)
    }
  }

  async function read(body: ReadableStream<Uint8Array>, line: AbortController) {
    const feed = eventStream(onEvent)
    const text = new TextDecoder()
    const reader = body.getReader()
    for (;;) {
      const watchdog = setTimeout(() => line.abort(), silence)
      const { done, value } = await reader.read().finally(() => clearTimeout(watchdog))
      if (done) return
      feed(text.decode(value, { stream: true }))
    }
  }

  return {
    start() {
      if (started) return
      started = true
      void follow()
    },
    /** The network is back: do not sit out the wait. */
    hasten() {
      hurry.abort()
      hurry = new AbortController()
    },
  }
}
