import { type ReactNode, useState } from 'react'
import type { Board, BoardColumn, DealCard as Deal } from '@/api/generated/types.gen'
import { DealCard } from '@/ui/deal-card'
import { cardsOf, foldedAtFirst, type PendingMove } from './arrange'
import { BoardCard } from './board-card'
import { Column, FoldedColumn } from './column'
import { type Reach, reaches } from './guards'
import { MoveBar } from './move-bar'
import { type ColumnQuery, useColumnPages } from './use-column-pages'
import { useDealMoves, useForeseeMoves } from './use-deal-moves'
import { useDrag } from './use-drag'
import { useLift } from './use-lift'

type Props = {
  board: Board
  columns: BoardColumn[]
  query: ColumnQuery
  pending: PendingMove[]
  refused: string | undefined
  onMove: (deal: Deal, to: string, from?: DOMRect) => void
  onMoveList: (deal: Deal) => void
}

/** How long a folded stage stays open to show what was dropped on it. */
const PEEK_MS = 600

export function BoardColumns({ board, columns, query, pending, refused, onMove, onMoveList }: Props) {
  const [folded, setFolded] = useState(() => foldedAtFirst(board))
  const [peeked, setPeeked] = useState<string | null>(null)
  const foresee = useForeseeMoves()
  const toggle = (stage: string) => {
    const next = new Set(folded)
    if (!next.delete(stage)) next.add(stage)
    setFolded(next)
  }
  const drop = (deal: Deal, to: string, from?: DOMRect) => {
    if (folded.has(to)) {
      setPeeked(to)
      setTimeout(() => setPeeked(null), PEEK_MS)
    }
    onMove(deal, to, from)
  }
  const { drag, ghost, start } = useDrag({ onLift: (deal) => foresee(deal.id), onDrop: drop })
  const { lift, onKeyDown, putBack } = useLift({ columns, onLift: (deal) => foresee(deal.id), onDrop: drop, onMoveList })

  const held = drag?.deal ?? lift?.deal
  const over = drag ? drag.over : (lift?.to ?? null)
  const { data: moves } = useDealMoves(held?.id)
  const nameOf = (stage: string | null) => columns.find((column) => column.stage === stage)?.name ?? ''
  const reach = held ? reaches(moves, nameOf(held.stage)) : new Map<string, Reach>()
  const reachOf = (stage: string) => (held?.stage === stage ? undefined : reach.get(stage))

  return (
    <section
      className={held ? 'body board is-holding' : 'body board'}
      aria-label={`${board.pipeline.name} board`}
      onBlur={(event) => {
        // Focus that leaves the board puts a lifted card back: nothing stays half moved.
        if (lift && !event.currentTarget.contains(event.relatedTarget)) putBack()
      }}
    >
      <p id="board-keys" hidden>
        Space lifts the card, left and right choose the stage, Enter drops, Escape puts it back. M opens the list of stages.
      </p>
      {columns.map((column) => {
        const shared = { column, currency: board.totals.currency, reach: reachOf(column.stage), over: over === column.stage }
        if (folded.has(column.stage) && peeked !== column.stage) {
          return <FoldedColumn key={column.stage} {...shared} onOpen={() => toggle(column.stage)} />
        }
        const target = shared.over && shared.reach?.allowed
        return (
          <CardColumn
            key={column.stage}
            {...shared}
            query={query}
            pending={pending}
            slot={target ? <div className="slot">Drop here</div> : null}
            onFold={() => toggle(column.stage)}
            card={(deal) =>
              drag?.deal.id === deal.id ? (
                <div className="origin" data-deal={deal.id} />
              ) : (
                <BoardCard
                  deal={deal}
                  look={refused === deal.id ? 'refused' : lift?.deal.id === deal.id ? 'lifted' : undefined}
                  onPress={(event) => start(event, deal)}
                  onKeyDown={(event) => onKeyDown(event, deal)}
                  onPoint={() => foresee(deal.id)}
                  onMoveList={() => onMoveList(deal)}
                />
              )
            }
          />
        )
      })}
      {drag && (
        <DealCard
          ref={(card) => {
            ghost.current = card
          }}
          deal={drag.deal}
          look="dragging"
          style={{ width: drag.width }}
          aria-hidden="true"
        />
      )}
      {held && (
        <MoveBar name={held.name} toName={nameOf(over ?? held.stage)} reach={over ? reachOf(over) : undefined} keys={lift !== null} />
      )}
    </section>
  )
}

type ColumnProps = Omit<Parameters<typeof Column>[0], 'children' | 'more'> & {
  query: ColumnQuery
  pending: PendingMove[]
  card: (deal: Deal) => ReactNode
}

/** A column with as many pages as somebody scrolled to; cards out of sight are not laid out. */
export function CardColumn({ query, pending, card, ...rest }: ColumnProps) {
  const { pages, more } = useColumnPages(rest.column, query)
  return (
    <Column {...rest} more={more}>
      {cardsOf(rest.column, pages, pending).map((deal) => (
        <li key={deal.id} className="card-slot">
          {card(deal)}
        </li>
      ))}
    </Column>
  )
}
