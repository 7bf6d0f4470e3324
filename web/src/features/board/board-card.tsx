import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { DealCard as Deal } from '@/api/generated/types.gen'
import { DealCard } from '@/ui/deal-card'
import { IconButton } from '@/ui/icon-button'

type Props = {
  deal: Deal
  look?: 'refused' | 'lifted' | undefined
  onPress?: ((event: PointerEvent<HTMLElement>) => void) | undefined
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  onPoint: () => void
  onMoveList: () => void
}

/** A card that can be opened, dragged, lifted by key, or moved from its list. */
export function BoardCard({ deal, look, onPress, onKeyDown, onPoint, onMoveList }: Props) {
  return (
    <DealCard
      deal={deal}
      look={look}
      data-deal={deal.id}
      onPointerDown={onPress}
      onKeyDown={onKeyDown}
      onPointerEnter={onPoint}
      onFocus={onPoint}
      title={
        <Link to="/leads/$leadId" params={{ leadId: deal.leadId }} draggable={false} className="card-link" aria-describedby="board-keys">
          {deal.name}
        </Link>
      }
    >
      <span className="move-button">
        <IconButton icon="arrow" size="sm" label={`Move ${deal.name}`} onClick={onMoveList} />
      </span>
    </DealCard>
  )
}
