import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type LiveEvent, listenLive } from '@/api/live'

/** Which questions an event puts in doubt, by operation. */
const touched: Record<Exclude<LiveEvent['type'], 'sight'>, string[]> = {
  conversation: ['inbox', 'conversation', 'timeline', 'lead'],
  deal: ['board', 'boardColumn', 'dealMoves', 'lead', 'timeline', 'conversation'],
  lead: ['lead', 'leads', 'timeline', 'conversation', 'board', 'inbox'],
  scorecard: ['scorecard', 'board', 'leads', 'inbox', 'lead', 'timeline'],
  appointment: ['calendar', 'slots', 'lead', 'timeline', 'board'],
}

/** Events come in bursts (a message, its facts, a score, a move): what they touch is asked again once per breath. */
const GATHER_MS = 250

export function useLive() {
  const queries = useQueryClient()
  useEffect(() => {
    const pending = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      const operations = new Set(pending)
      pending.clear()
      void queries.invalidateQueries({
        predicate: ({ queryKey: [head] }) =>
          typeof head === 'object' && head !== null && '_id' in head && typeof head._id === 'string' && operations.has(head._id),
      })
    }
    const stop = listenLive({
      onEvent: (event) => {
        // What this member may see has changed: nothing on the screen is sure any more.
        if (event.type === 'sight') return void queries.invalidateQueries()
        for (const operation of touched[event.type]) pending.add(operation)
        timer ??= setTimeout(flush, GATHER_MS)
      },
      onReconnect: () => void queries.invalidateQueries(),
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [queries])
}
