/** What the loader and the chat page say to each other. Both sides check the sender first, then the shape; anything else is dropped. */
export type FromChat = { type: 'ready' } | { type: 'close' } | { type: 'unread'; count: number }
export type FromHost = { type: 'open'; page: string; ask: string } | { type: 'closed' }

const mark = 'doorstep/1'
const longest = { page: 2000, ask: 500 }

export const wrap = (message: FromChat | FromHost) => ({ ...message, mark })

export function readFromChat(data: unknown): FromChat | undefined {
  if (!isEnvelope(data)) return undefined
  if (data.type === 'ready' || data.type === 'close') return { type: data.type }
  if (data.type === 'unread' && Number.isInteger(data.count))
    return { type: 'unread', count: Math.min(99, Math.max(0, Number(data.count))) }
  return undefined
}

export function readFromHost(data: unknown): FromHost | undefined {
  if (!isEnvelope(data)) return undefined
  if (data.type === 'closed') return { type: 'closed' }
  if (data.type !== 'open' || typeof data.page !== 'string' || typeof data.ask !== 'string') return undefined
  return { type: 'open', page: data.page.slice(0, longest.page), ask: data.ask.slice(0, longest.ask) }
}

const isEnvelope = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && 'mark' in data && data.mark === mark
