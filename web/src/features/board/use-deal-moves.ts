import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dealMovesOptions } from '@/api/generated/@tanstack/react-query.gen'

/** Short enough that a guard met meanwhile opens its column, long enough that hovering asks once. */
const FRESH_MS = 10_000

const options = (id: string) => ({ ...dealMovesOptions({ path: { id } }), staleTime: FRESH_MS })

/** Where the held deal may go. Asked when a card is pointed at, so that it is known before the card is lifted. */
export const useDealMoves = (id: string | undefined) => useQuery({ ...options(id ?? ''), enabled: id !== undefined })

export function useForeseeMoves() {
  const queries = useQueryClient()
  return (id: string) => void queries.prefetchQuery(options(id))
}
