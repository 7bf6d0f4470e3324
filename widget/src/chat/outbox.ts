import { backoff, pause } from '../lib/backoff'
import type { Kept } from '../lib/storage'
import { fields, type Outgoing, type Receipt, readOutgoing } from './contract'
import type { Sent } from './transport'

export type Pending = Outgoing & { order: number; status: 'sending' | 'waiting' | 'failed'; reason: string }

type Ports = {
  kept: Kept
  send: (message: Outgoing) => Promise<Sent>
  onChange: () => void
  onAccepted: (message: Outgoing, receipt: Receipt) => void
  sleep?: typeof pause
}

/**
 * Messages on their way out, one at a time and in the order they were written. An entry is kept under its client id until the server has
 * acknowledged that very id, so a reload, a lost answer or a dead network costs a repetition at most, which the server knows and ignores.
 */
export function outbox({ kept, send, onChange, onAccepted, sleep = pause }: Ports) {
  const entries: Pending[] = []
  let running = false
  let hurry = new AbortController()

  const save = ({ status: _, reason: __, ...entry }: Pending) => kept.set(`out:${entry.clientId}`, JSON.stringify(entry))
  const drop = (entry: Pending) => {
    entries.splice(entries.indexOf(entry), 1)
    kept.remove(`out:${entry.clientId}`)
  }

  async function run() {
    if (running) return
    running = true
    for (let next = head(); next; next = head()) await deliver(next)
    running = false
  }

  const head = () => entries.find((entry) => entry.status !== 'failed')

  async function deliver(entry: Pending) {
    for (let attempt = 0; entries.includes(entry); attempt++) {
      mark(entry, 'sending')
      const { status: _, reason: __, order: ___, ...message } = entry
      const sent = await send(message)
      if (sent.kind === 'accepted') {
        drop(entry)
        onAccepted(message, sent.receipt)
        return onChange()
      }
      if (sent.kind === 'refused') return mark(entry, 'failed', sent.detail)
      mark(entry, 'waiting')
      await sleep(sent.afterMs ?? backoff(attempt), hurry.signal)
    }
  }

  function mark(entry: Pending, status: Pending['status'], reason = '') {
    entry.status = status
    entry.reason = reason
    onChange()
  }

  return {
    entries: entries as readonly Pending[],

    /** What an earlier life of this page left unsent. */
    restore() {
      for (const key of kept.keys()) {
        if (!key.startsWith('out:')) continue
        const entry = readPending(kept.get(key))
        if (entry) entries.push(entry)
        else kept.remove(key)
      }
      entries.sort((a, b) => a.order - b.order)
      void run()
    },

    put(message: Outgoing) {
      const last = entries.at(-1)?.order ?? 0
      const entry: Pending = { ...message, order: Math.max(Date.now(), last + 1), status: 'sending', reason: '' }
      entries.push(entry)
      save(entry)
      onChange()
      void run()
    },

    /** Try now what waits or failed: the network is back, or the visitor asked. */
    retry(clientId?: string) {
      for (const entry of entries) if (entry.clientId === clientId) mark(entry, 'sending')
      hurry.abort()
      hurry = new AbortController()
      void run()
    },

    discard(clientId: string) {
      const entry = entries.find((one) => one.clientId === clientId)
      if (entry) drop(entry)
      onChange()
    },
  }
}

function readPending(text: string | undefined): Pending | undefined {
  try {
    const data: unknown = JSON.parse(text ?? '')
    const message = readOutgoing(data)
    const { order } = fields(data)
    return message && typeof order === 'number' ? { ...message, order, status: 'sending', reason: '' } : undefined
  } catch {
    return undefined
  }
}
