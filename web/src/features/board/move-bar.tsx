import { Icon } from '@/ui/icon'
import { Kbd } from '@/ui/kbd'
import type { Reach } from './guards'

type Props = { name: string; toName: string; reach: Reach | undefined; keys: boolean }

/** Says each step of a move, to the eye and to a screen reader. */
export function MoveBar({ name, toName, reach, keys }: Props) {
  const locked = reach && !reach.allowed
  return (
    <div className="movebar" role="status">
      <span>
        {locked && <Icon name="lock" size="sm" />} Moving <b className="semi">{name}</b> to <b className="semi">{toName}</b>
        {locked && <span className="mute">. {reach.reason}</span>}
      </span>
      {keys && (
        <span className="row xs desk-only" aria-hidden="true">
          <Kbd>←</Kbd>
          <Kbd>→</Kbd> stage <Kbd>Enter</Kbd> drop <Kbd>Esc</Kbd> put back
        </span>
      )}
    </div>
  )
}
