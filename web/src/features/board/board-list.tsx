import { Link } from '@tanstack/react-router'
import type { Board, BoardColumn, DealCard } from '@/api/generated/types.gen'
import { count, fullMoney, shortMoney } from '@/lib/money'
import { OwnerAvatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Grade } from '@/ui/grade'
import { Icon } from '@/ui/icon'
import { IconButton } from '@/ui/icon-button'
import { nextActionIcon } from '@/ui/next-action'
import { Source } from '@/ui/source'
import { Due } from '@/ui/time-text'
import { cardsOf, type PendingMove } from './arrange'
import { type ColumnQuery, useColumnPages } from './use-column-pages'

type Props = {
  board: Board
  columns: BoardColumn[]
  query: ColumnQuery
  pending: PendingMove[]
  onMoveList: (deal: DealCard) => void
}

/** The same deals as rows: the twin of the board for those who read down rather than across. */
export function BoardList({ board, columns, query, pending, onMoveList }: Props) {
  return (
    <div className="body board-list">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Wants</th>
            <th scope="col" className="tar">
              Value
            </th>
            <th scope="col">Next action</th>
            <th scope="col">Due</th>
            <th scope="col">Source</th>
            <th scope="col">Owner</th>
            <th scope="col">
              <span className="vh">Move</span>
            </th>
          </tr>
        </thead>
        {columns
          .filter((column) => column.count > 0)
          .map((column) => (
            <StageRows
              key={column.stage}
              column={column}
              currency={board.totals.currency}
              query={query}
              pending={pending}
              onMoveList={onMoveList}
            />
          ))}
      </table>
    </div>
  )
}

type RowsProps = Omit<Props, 'board' | 'columns'> & { column: BoardColumn; currency: string }

function StageRows({ column, currency, query, pending, onMoveList }: RowsProps) {
  const { pages, more } = useColumnPages(column, query)
  return (
    <tbody>
      <tr className="stage-row">
        <th scope="rowgroup" colSpan={8}>
          {column.name} <span className="count">{count(column.count)}</span>
          <span className="mute xs num"> {shortMoney({ amount: column.valueMinor, currency })}</span>
        </th>
      </tr>
      {cardsOf(column, pages, pending).map((deal) => (
        <tr key={deal.id} data-deal={deal.id} className={deal.leak ? 'is-leak' : undefined}>
          <th scope="row">
            <span className="row">
              <Link to="/leads/$leadId" params={{ leadId: deal.leadId }} className="clip num">
                {deal.name}
              </Link>
              <Grade grade={deal.grade} />
            </span>
          </th>
          <td className="clip">{deal.wish}</td>
          <td className="tar num">{deal.valueMinor != null && fullMoney({ amount: deal.valueMinor, currency: deal.currency })}</td>
          <td>
            <span className="row">
              <Icon name={deal.nextAction ? nextActionIcon(deal.nextAction.kind) : 'clock'} size="sm" />
              <span className="clip">{deal.nextAction?.title ?? 'Choose a next action'}</span>
            </span>
          </td>
          <td>{deal.nextAction && <Due at={deal.nextAction.dueAt} />}</td>
          <td>
            <Source source={deal.source} />
          </td>
          <td>
            <OwnerAvatar owner={deal.owner} />
          </td>
          <td>
            <IconButton icon="arrow" size="sm" label={`Move ${deal.name}`} onClick={() => onMoveList(deal)} />
          </td>
        </tr>
      ))}
      {more && (
        <tr>
          <td colSpan={8}>
            <Button look="ghost" size="sm" onClick={more.onReach} disabled={more.loading}>
              {more.loading ? 'Loading' : `More in ${column.name}`}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  )
}
