import type { Board, BoardColumn, DealCard } from '@/api/generated/types.gen'

/** A move that the person made and the server has not shown back yet. */
export type PendingMove = { deal: DealCard; to: string }

/** The cards of a column as drawn: those that came with the board, then the pages fetched since; each once, and none that is on its way elsewhere. */
export function cardsOf(column: BoardColumn, pages: { cards: DealCard[] }[], pending: PendingMove[]): DealCard[] {
  const cards = new Map(column.cards.map((card) => [card.id, card]))
  const left = new Set(pending.filter((move) => move.to !== column.stage).map((move) => move.deal.id))
  for (const page of pages) for (const card of page.cards) if (!cards.has(card.id) && !left.has(card.id)) cards.set(card.id, card)
  return [...cards.values()]
}

/**
 * The columns as they will be: every pending card sits on top of its new column at once, and counts and sums follow.
 * Server data is never changed for it; taking the pending move away puts the card back.
 */
export function arrange(columns: BoardColumn[], pending: PendingMove[]): BoardColumn[] {
  return pending.reduce(applyMove, columns)
}

function applyMove(columns: BoardColumn[], { deal, to }: PendingMove): BoardColumn[] {
  const from = columns.find((column) => column.cards.some((card) => card.id === deal.id))
  const arrived = from?.stage === to
  if (arrived || !columns.some((column) => column.stage === to)) return columns
  const value = deal.valueMinor ?? 0
  return columns.map((column) => {
    if (column.stage === to) {
      const card = { ...deal, stage: to }
      return { ...column, cards: [card, ...column.cards], count: column.count + 1, valueMinor: column.valueMinor + value }
    }
    // A card that is not on a fetched page still left the column it names.
    if (column === from || (!from && column.stage === deal.stage)) {
      const cards = column.cards.filter((card) => card.id !== deal.id)
      return { ...column, cards, count: column.count - 1, valueMinor: column.valueMinor - value }
    }
    return column
  })
}

/** How many columns stand open before a person unfolds more: what fits a desk screen side by side. */
const OPEN_AT_FIRST = 6

export function foldedAtFirst(board: Board): Set<string> {
  const open = board.columns.filter((column) => column.kind === 'OPEN').slice(0, OPEN_AT_FIRST)
  return new Set(board.columns.filter((column) => !open.includes(column)).map((column) => column.stage))
}
