import * as z from 'zod/mini'

const payloads = {
  conversation: z.object({ conversationId: z.string(), leadId: z.string() }),
  deal: z.object({ dealId: z.string(), leadId: z.string() }),
  lead: z.object({ leadId: z.string() }),
  appointment: z.object({ appointmentId: z.string() }),
  sight: z.object({ memberId: z.optional(z.string()) }),
  scorecard: z.object({ left: z.optional(z.string()) }),
} as const

export type LiveEvent = { [K in keyof typeof payloads]: { type: K } & z.infer<(typeof payloads)[K]> }[keyof typeof payloads]

type Listen = { onEvent: (event: LiveEvent) => void; onReconnect: () => void }

function read(type: string, data: string): LiveEvent | undefined {
  try {
    const body: unknown = JSON.parse(data)
    switch (type) {
      case 'conversation':
        return { type, ...payloads.conversation.parse(body) }
      case 'deal':
        return { type, ...payloads.deal.parse(body) }
      case 'lead':
        return { type, ...payloads.lead.parse(body) }
      case 'appointment':
        return { type, ...payloads.appointment.parse(body) }
      case 'sight':
        return { type, ...payloads.sight.parse(body) }
      case 'scorecard':
        return { type, ...payloads.scorecard.parse(body) }
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}

/**
 * Listens to what changes in the agency. The browser reconnects by itself; what was missed meanwhile is not replayed
 * to members, so `onReconnect` asks for everything on the screen again.
 */
export function listenLive({ onEvent, onReconnect }: Listen): () => void {
  const source = new EventSource('/api/live')
  let dropped = false
  source.onopen = () => {
    if (dropped) onReconnect()
    dropped = false
  }
  source.onerror = () => {
    dropped = true
    // Refused, not only cut off: the browser gives up. Whoever is out learns it by asking, and is led to sign in.
    if (source.readyState === EventSource.CLOSED) onReconnect()
  }
  for (const type of Object.keys(payloads)) {
    source.addEventListener(type, (message) => {
      const event = read(type, message.data)
      if (event) onEvent(event)
    })
  }
  return () => source.close()
}
