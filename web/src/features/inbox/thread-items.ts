import type { ConversationView, ThreadMessage } from '@/api/generated/types.gen'
import { dayKey } from '@/lib/times'

type Handover = ConversationView['handovers'][number]

export type ThreadItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; at: string; message: ThreadMessage }
  | { kind: 'handover'; key: string; at: string; handover: Handover }

/** What the thread shows, oldest first: messages in their order, handovers where they happened, a line where a day begins. */
export function threadItems({ messages, handovers }: Pick<ConversationView, 'messages' | 'handovers'>, zone?: string): ThreadItem[] {
  const said: ThreadItem[] = messages.map((message) => ({ kind: 'message', key: message.id, at: message.at, message }))
  const handed: ThreadItem[] = handovers.map((handover) => ({
    kind: 'handover',
    key: `${handover.at}${handover.to}`,
    at: handover.at,
    handover,
  }))
  // A stable sort: messages of one instant keep the order of their numbers.
  const all = [...said, ...handed].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return all.flatMap((item, at) => {
    const before = all[at - 1]
    const sameDay = before && dayKey(new Date(before.at), zone) === dayKey(new Date(item.at), zone)
    return sameDay ? [item] : [{ kind: 'day' as const, key: `day${item.at}`, at: item.at }, item]
  })
}
