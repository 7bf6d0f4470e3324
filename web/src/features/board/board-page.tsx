import './board.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { boardOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { DealCard } from '@/api/generated/types.gen'
import { usePhone } from '@/lib/use-media'
import { arrange } from './arrange'
import { BoardColumns } from './board-columns'
import { BoardFilters } from './board-filters'
import { BoardList } from './board-list'
import { type BoardSearch, boardQuery } from './board-search'
import { BoardTop } from './board-top'
import { FillDialog } from './fill-dialog'
import { MoveSheet } from './move-sheet'
import { NewLeadDialog } from './new-lead-dialog'
import { OverrideDialog } from './override-dialog'
import { PhoneBoard } from './phone-board'
import { RefusalPopover } from './refusal-popover'
import { useGlide } from './use-glide'
import { type Refusal, useMoves } from './use-moves'

type Props = {
  search: BoardSearch
  onSearch: (search: BoardSearch) => void
  /** What stands over a board without any deal. */
  firstSteps?: ReactNode
}

export function BoardPage({ search, onSearch, firstSteps }: Props) {
  const query = boardQuery(search)
  const { data: board } = useSuspenseQuery(boardOptions({ query }))
  const phone = usePhone()
  const stageName = (stage: string) => board.columns.find((column) => column.stage === stage)?.name ?? stage
  const moves = useMoves(stageName)
  const [listFor, setListFor] = useState<DealCard | null>(null)
  const [overriding, setOverriding] = useState<Refusal | null>(null)
  const [adding, setAdding] = useState(false)
  const glideFrom = useGlide(moves.pending, moves.refusal)

  const columns = arrange(board.columns, moves.pending)
  const shared = { board, columns, query, pending: moves.pending, refused: moves.refusal?.deal.id, onMoveList: setListFor }
  const move = (deal: DealCard, to: string, from?: DOMRect) => {
    if (from) glideFrom(deal.id, from)
    void moves.move(deal, to)
  }

  return (
    <>
      <BoardTop board={board} search={search} onSearch={onSearch} onNewLead={() => setAdding(true)} />
      <BoardFilters search={search} onSearch={onSearch} />
      {board.tabs.all === 0 && firstSteps}
      {phone ? (
        <PhoneBoard {...shared} stage={search.stage} onStage={(stage) => onSearch({ ...search, stage })} />
      ) : search.view === 'list' ? (
        <BoardList {...shared} />
      ) : (
        <BoardColumns key={board.pipeline.id} {...shared} onMove={move} />
      )}
      {listFor && (
        <MoveSheet
          deal={listFor}
          stages={board.pipeline.stages}
          onClose={() => setListFor(null)}
          onMove={(to) => {
            setListFor(null)
            void moves.move(listFor, to)
          }}
        />
      )}
      {moves.refusal && (
        <RefusalPopover
          key={`${moves.refusal.deal.id}${moves.refusal.to}`}
          refusal={moves.refusal}
          stageName={stageName(moves.refusal.deal.stage)}
          onClose={moves.dismiss}
          onSend={(extras) => moves.refusal && void moves.send(moves.refusal.deal, moves.refusal.to, extras)}
          onFill={() => {
            moves.fill(moves.refusal)
          }}
          onOverride={() => {
            setOverriding(moves.refusal)
            moves.dismiss()
          }}
        />
      )}
      {moves.filling && (
        <FillDialog
          refusal={moves.filling}
          onClose={moves.dismiss}
          onMove={(extras) => moves.filling && void moves.send(moves.filling.deal, moves.filling.to, extras)}
        />
      )}
      {overriding && (
        <OverrideDialog
          refusal={overriding}
          onClose={() => setOverriding(null)}
          onMove={(reason) => {
            setOverriding(null)
            void moves.send(overriding.deal, overriding.to, { override: { reason } })
          }}
        />
      )}
      {adding && <NewLeadDialog pipeline={board.pipeline.kind} onClose={() => setAdding(false)} />}
    </>
  )
}
