import type { ChatMessage, State } from './contract'

/** The messages as the server numbered them. Two deliveries of one number are one message; order is by number, not by arrival. */
export function thread() {
  const bySeq = new Map<number, ChatMessage>()
  let state: State = 'ASSISTANT'
  let draft = ''
  /** The newest number up to which nothing is missing: where the stream goes on after a break. */
  let contiguous = 0

  return {
    get state() {
      return state
    },
    set state(next: State) {
      state = next
    },
    /** What the assistant is about to say, as far as it has come. Whatever is said ends it. */
    get draft() {
      return draft
    },
    set draft(next: string) {
      draft = next
    },
    get lastSeq() {
      return contiguous
    },
    /** True when the message was not known yet. */
    add(message: ChatMessage): boolean {
      const known = bySeq.has(message.seq)
      bySeq.set(message.seq, message)
      if (message.author !== 'LEAD') draft = ''
      while (bySeq.has(contiguous + 1)) contiguous++
      return !known
    },
    messages: (): ChatMessage[] => [...bySeq.values()].sort((a, b) => a.seq - b.seq),
    /** Whether the assistant owes an answer to what was acknowledged as `seq`. */
    awaits: (seq: number): boolean => state === 'ASSISTANT' && ![...bySeq.values()].some((one) => one.seq > seq && one.author !== 'LEAD'),
  }
}

export type Thread = ReturnType<typeof thread>
