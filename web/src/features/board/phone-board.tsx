import { type TouchEvent, useRef } from 'react'
import type { Board, BoardColumn, DealCard } from '@/api/generated/types.gen'
import { count, shortMoney } from '@/lib/money'
import { Empty } from '@/ui/empty'
import { Tabs } from '@/ui/tabs'
import type { PendingMove } from './arrange'
import { BoardCard } from './board-card'
import { CardColumn } from './board-columns'
import type { ColumnQuery } from './use-column-pages'

type Props = {
  board: Board
  columns: BoardColumn[]
  query: ColumnQuery
  pending: PendingMove[]
  refused: string | undefined
  stage: string | undefined
  onStage: (stage: string) => void
  onMoveList: (deal: DealCard) => void
}

const SWIPE_PX = 64

/** One stage at a time: tabs scroll, a swipe goes to the next stage, a card moves from its Move list. */
export function PhoneBoard({ board, columns, query, pending, refused, stage, onStage, onMoveList }: Props) {
  const from = useRef<{ x: number; y: number } | null>(null)
  const column = columns.find((one) => one.stage === stage) ?? columns[0]
  if (!column) return null

  const onTouchEnd = (event: TouchEvent) => {
    const start = from.current
    const end = event.changedTouches[0]
    from.current = null
    if (!start || !end) return
    const [dx, dy] = [end.clientX - start.x, end.clientY - start.y]
    if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 2 * Math.abs(dy)) return
    const next = columns[columns.indexOf(column) + (dx < 0 ? 1 : -1)]
    if (next) onStage(next.stage)
  }
  return (
    <>
      <Tabs
        name="Stages"
        className="stages"
        current={column.stage}
        onChange={onStage}
        tabs={columns.map((one) => ({ key: one.stage, label: one.name, count: one.count }))}
      />
      <div
        className="body board"
        onTouchStart={(event) => {
          const touch = event.touches[0]
          from.current = touch ? { x: touch.clientX, y: touch.clientY } : null
        }}
        onTouchEnd={onTouchEnd}
      >
        <p className="stagesum num">
          <span>
            {count(column.count)} {column.count === 1 ? 'deal' : 'deals'}
          </span>
          <span>{shortMoney({ amount: column.valueMinor, currency: board.totals.currency })}</span>
        </p>
        <CardColumn
          key={column.stage}
          column={column}
          currency={board.totals.currency}
          reach={undefined}
          over={false}
          slot={null}
          query={query}
          pending={pending}
          card={(deal) => (
            <BoardCard
              deal={deal}
              look={refused === deal.id ? 'refused' : undefined}
              onPoint={() => {}}
              onMoveList={() => onMoveList(deal)}
            />
          )}
        />
        {column.count === 0 && (
          <Empty icon="board" title={`No deals in ${column.name}`}>
            Move a card here from its list of stages.
          </Empty>
        )}
      </div>
    </>
  )
}
