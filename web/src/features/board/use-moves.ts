import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import { dealMovesOptions, moveDealMutation, undoMoveMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { DealCard, MoveDeal } from '@/api/generated/types.gen'
import { zGuard } from '@/api/generated/zod.gen'
import { Problem, sentenceFor } from '@/lib/problem'
import { useToast } from '@/ui/toast'
import type { PendingMove } from './arrange'
import { canFill, type Guard } from './guards'

export type Extras = Omit<MoveDeal, 'to' | 'version'>
export type Refusal = { deal: DealCard; to: string; toName: string; guards: Guard[]; mayOverride: boolean; inMap: boolean }

const refusedBody = z.object({ to: z.string(), toName: z.string(), guards: z.array(zGuard), mayOverride: z.boolean(), inMap: z.boolean() })

const UNDO_MS = 8000
const boardQueries = ['board', 'boardColumn', 'dealMoves']

/** What a person does with a card: move it, see why not, give what is missing, override, undo. */
export function useMoves(stageName: (stage: string) => string) {
  const queries = useQueryClient()
  const toast = useToast()
  const [pending, setPending] = useState<PendingMove[]>([])
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [filling, setFilling] = useState<Refusal | null>(null)
  const moving = useMutation(moveDealMutation())
  const undoing = useMutation(undoMoveMutation())

  const refresh = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [head] }) =>
        typeof head === 'object' && head !== null && '_id' in head && boardQueries.some((id) => id === head._id),
    })
  const settle = (deal: DealCard) => setPending((all) => all.filter((one) => one.deal.id !== deal.id))

  /** Both a refusal known beforehand and one by the server end here: a form when typing is enough, else the reasons. */
  const refuse = (told: Refusal) => (told.inMap && canFill(told.guards) ? setFilling(told) : setRefusal(told))

  async function undo(deal: DealCard, moveSeq: number) {
    try {
      await undoing.mutateAsync({ path: { id: deal.id, seq: moveSeq }, body: { version: deal.version } })
    } catch (error) {
      toast({ text: `${deal.name} was not moved back. ${sentenceFor(error)}` })
    }
    await refresh()
  }

  async function send(deal: DealCard, to: string, extras: Extras = {}) {
    setRefusal(null)
    setFilling(null)
    setPending((all) => [...all.filter((one) => one.deal.id !== deal.id), { deal, to }])
    try {
      const moved = await moving.mutateAsync({ path: { id: deal.id }, body: { to, version: deal.version, ...extras } })
      toast({
        text: `${deal.name} moved to ${stageName(to)}`,
        ms: UNDO_MS,
        action: { label: 'Undo', run: () => void undo(moved.deal, moved.moveSeq) },
      })
      await refresh()
      settle(deal)
    } catch (error) {
      settle(deal)
      explain(error, deal)
    }
  }

  function explain(error: unknown, deal: DealCard) {
    const told = error instanceof Problem && error.code === 'move-refused' ? refusedBody.safeParse(error.extra) : undefined
    if (told?.success) return refuse({ deal, ...told.data })
    void refresh()
    if (error instanceof Problem && error.code === 'stale-version') {
      return toast({ text: `${deal.name} changed meanwhile. The board shows how it is now.` })
    }
    toast({ text: `${deal.name} is back in ${stageName(deal.stage)}. ${sentenceFor(error)}` })
  }

  /** A drop: refused at once where the reasons are already known, else the card moves and the server decides. */
  async function move(deal: DealCard, to: string) {
    if (to === deal.stage) return
    const known = queries.getQueryData(dealMovesOptions({ path: { id: deal.id } }).queryKey)
    const way = known?.version === deal.version ? known.moves.find((one) => one.to === to) : undefined
    if (way && known && !(way.inMap && way.allowed)) {
      refuse({ deal, to, toName: way.name, guards: way.guards, mayOverride: known.mayOverride, inMap: way.inMap })
      return
    }
    await send(deal, to)
  }

  return {
    pending,
    refusal,
    filling,
    move,
    send,
    fill: setFilling,
    dismiss: () => {
      setRefusal(null)
      setFilling(null)
    },
  }
}
