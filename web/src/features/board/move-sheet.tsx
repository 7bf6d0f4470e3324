import type { DealCard } from '@/api/generated/types.gen'
import { Dialog } from '@/ui/dialog'
import { Icon } from '@/ui/icon'
import { SkeletonLine } from '@/ui/skeleton'
import { reaches } from './guards'
import { useDealMoves } from './use-deal-moves'

type Props = { deal: DealCard; stages: { key: string; name: string }[]; onClose: () => void; onMove: (to: string) => void }

/** "Move stage" as a list: for keys (M), for fingers, for everyone who does not drag. */
export function MoveSheet({ deal, stages, onClose, onMove }: Props) {
  const { data: moves } = useDealMoves(deal.id)
  const fromName = stages.find((stage) => stage.key === deal.stage)?.name ?? deal.stage
  const reach = reaches(moves, fromName)
  return (
    <Dialog title={`Move ${deal.name}`} onClose={onClose} sheet>
      <ul className="move-list">
        {stages.map((stage) => {
          const way = reach.get(stage.key)
          const here = stage.key === deal.stage
          return (
            <li key={stage.key}>
              <button type="button" aria-current={here || undefined} disabled={here} onClick={() => onMove(stage.key)}>
                <Icon name={here ? 'pin' : way && !way.allowed ? 'lock' : 'arrow'} size="sm" />
                <span className="grow">
                  {stage.name}
                  <span className="xs mute">{here ? 'Stands here' : way && !way.allowed ? way.reason : ''}</span>
                  {!moves && !here && <SkeletonLine width="60%" />}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
