import type * as z from 'zod/mini'
import type { DealMoves, PossibleMove } from '@/api/generated/types.gen'
import type { zGuard } from '@/api/generated/zod.gen'

export type Guard = z.infer<typeof zGuard>

export const missing = (guards: Guard[]) => guards.filter((guard) => !guard.holds)

/** What is missing can simply be typed in: then the form opens at once instead of a refusal. */
export const canFill = (guards: Guard[]) => {
  const needs = missing(guards)
  return needs.length > 0 && needs.every((guard) => guard.remedy?.kind === 'FILL')
}

/** What a column says while a card is held over the board. */
export type Reach = { allowed: true } | { allowed: false; reason: string }

function reachOf(move: PossibleMove, fromName: string): Reach {
  if (move.inMap && (move.allowed || canFill(move.guards))) return { allowed: true }
  if (!move.inMap) return { allowed: false, reason: `Not a step from ${fromName}` }
  return {
    allowed: false,
    reason: `Needs: ${missing(move.guards)
      .map((guard) => lowerFirst(guard.sentence))
      .join(', ')}`,
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Every stage that the deal could go to, with what stands in the way; undefined until the server has said. */
export function reaches(moves: DealMoves | undefined, fromName: string): Map<string, Reach> {
  return new Map(moves?.moves.map((move) => [move.to, reachOf(move, fromName)]))
}
