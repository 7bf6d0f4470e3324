import type { SlotView } from '@/api/generated/types.gen'
import { dueAt } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Button } from '@/ui/button'

/** Somebody was quicker: what is free instead, one tap each. */
export function NextFree({ slots, onChoose }: { slots: SlotView[]; onChoose: (slot: SlotView) => void }) {
  const now = useNow()
  return (
    <div role="alert" className="taken">
      <b className="semi">Somebody was quicker: this time is taken.</b>
      <div className="slot-times">
        {slots.map((slot) => (
          <Button key={slot.slotId} size="sm" onClick={() => onChoose(slot)}>
            {dueAt(new Date(slot.startsAt), now)}
          </Button>
        ))}
      </div>
    </div>
  )
}
