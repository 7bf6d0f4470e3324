import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { conversationQueryKey, handBackMutation, replyMutation, takeOverMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { ConversationView } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'

/** A reply that is on its way. It keeps its id when it is sent again, so that it can arrive only once. */
export type Outgoing = { clientId: string; text: string; at: string; failed?: string }

/** What a member does in a conversation: take it, answer, give it back. */
export function useThread(id: string) {
  const queries = useQueryClient()
  const key = conversationQueryKey({ path: { id } })
  const [outbox, setOutbox] = useState<Outgoing[]>([])
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: key }),
      queries.invalidateQueries({ predicate: ({ queryKey: [head] }) => isInbox(head) }),
    ])
  const takeOver = useMutation({ ...takeOverMutation(), onSettled: refresh })
  const handBack = useMutation({ ...handBackMutation(), onSettled: refresh })
  const replying = useMutation(replyMutation())

  async function send(message: Outgoing) {
    setOutbox((all) => [...all.filter((one) => one.clientId !== message.clientId), message])
    try {
      const sent = await replying.mutateAsync({ path: { id }, body: { clientId: message.clientId, text: message.text } })
      queries.setQueryData<ConversationView>(key, (view) =>
        view && !view.messages.some((one) => one.id === sent.id) ? { ...view, messages: [...view.messages, sent] } : view,
      )
      setOutbox((all) => all.filter((one) => one.clientId !== message.clientId))
    } catch (error) {
      setOutbox((all) => all.map((one) => (one.clientId === message.clientId ? { ...one, failed: sentenceFor(error) } : one)))
    }
    await refresh()
  }

  return {
    outbox,
    busy: takeOver.isPending || handBack.isPending,
    error: takeOver.error ?? handBack.error,
    takeOver: () => takeOver.mutateAsync({ path: { id } }),
    handBack: () => handBack.mutate({ path: { id } }),
    send: (text: string) => send({ clientId: crypto.randomUUID(), text, at: new Date().toISOString() }),
    again: ({ clientId, text, at }: Outgoing) => send({ clientId, text, at }),
  }
}

const isInbox = (head: unknown) => typeof head === 'object' && head !== null && '_id' in head && head._id === 'inbox'
