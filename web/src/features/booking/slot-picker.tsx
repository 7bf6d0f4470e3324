import './booking.css'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { slotsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { SlotView } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { sentenceFor } from '@/lib/problem'
import { timeZone, zoneShort } from '@/lib/time-zones'
import { clock, longDay, monthDay, weekday } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Empty } from '@/ui/empty'
import { ErrorPanel } from '@/ui/error-panel'
import { Loading, SkeletonLine } from '@/ui/skeleton'
import { slotDays } from './slot-days'

type Props = {
  /** Whose time; anyone's when not given. */
  memberId?: string | undefined
  minutes: number
  value: SlotView | undefined
  onChange: (slot: SlotView) => void
}

const DAYS = 14

/** Free times: a day, then a time. */
export function SlotPicker({ memberId, minutes, value, onChange }: Props) {
  const now = useNow()
  const name = useId()
  const query = useQuery(slotsOptions({ query: { ...(memberId && { member: memberId }), days: DAYS, minutes } }))
  const [picked, setPicked] = useState<string>()
  const days = slotDays(query.data?.slots ?? [])
  const day = days.find((one) => one.key === picked) ?? days[0]

  if (query.isError)
    return (
      <ErrorPanel title="The free times did not load" onRetry={() => void query.refetch()}>
        {sentenceFor(query.error)}
      </ErrorPanel>
    )
  if (query.isPending)
    return (
      <Loading what="free times">
        <div className="grid gap-3 py-3">
          <SkeletonLine width="90%" />
          <SkeletonLine width="70%" />
        </div>
      </Loading>
    )
  if (!day) {
    return (
      <Empty icon="cal" title={`Nothing free in the next ${DAYS} days`}>
        Choose somebody else or a shorter time, or look at the working hours in Settings.
      </Empty>
    )
  }
  return (
    <div className="slots">
      <div className="slot-days" role="tablist" aria-label="Day">
        {days.map((one) => (
          <button
            key={one.key}
            type="button"
            role="tab"
            aria-selected={one === day}
            className="slot-day"
            onClick={() => setPicked(one.key)}
          >
            <span>{weekday(one.at)}</span>
            <b>{one.at.getDate()}</b>
            <span className="xxs">{one.slots.length} free</span>
            <span className="vh">, {longDay(one.at)}</span>
          </button>
        ))}
      </div>
      <fieldset>
        <legend className="xs mute">
          {weekday(day.at)}, {monthDay(day.at)}, your time ({zoneShort(timeZone(), now)})
        </legend>
        <div className="slot-times">
          {day.slots.map((slot) => (
            <label key={slot.slotId} className={classes('slot-time', slot.slotId === value?.slotId && 'on')}>
              <input className="vh" type="radio" name={name} checked={slot.slotId === value?.slotId} onChange={() => onChange(slot)} />
              {clock(new Date(slot.startsAt))}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
