import type { AppointmentView } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { clock, dayKey, longDay } from '@/lib/times'
import { MemberAvatar } from '@/ui/avatar'
import { Empty } from '@/ui/empty'
import { dayLoad, kindOf, statusOf, whereOf } from './appointment-look'
import { startOf } from './week'

type Props = { days: string[]; appointments: AppointmentView[]; onOpen: (id: string) => void }

/** The same appointments as lines under their day: for a phone, for a screen reader, for print. */
export function AppointmentList({ days, appointments, onOpen }: Props) {
  const shown = days
    .map((day) => ({ day, items: appointments.filter((one) => dayKey(new Date(one.startsAt)) === day) }))
    .filter(({ items }) => items.length > 0)
  if (shown.length === 0) {
    return (
      <div className="agenda">
        <Empty icon="cal" title={days.length === 1 ? 'Nothing on this day' : 'Nothing in this week'}>
          Book a time, or let the assistant offer your free hours.
        </Empty>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
    <section className="agenda" aria-label="Appointments as a list" tabIndex={0}>
      {shown.map(({ day, items }) => (
        <div key={day}>
          <h2 className="sect">
            {longDay(startOf(day))} <span className="count">{dayLoad(items)}</span>
          </h2>
          <ul className="panel">
            {items
              .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
              .map((item) => (
                <li key={item.id}>
                  <button type="button" className="agenda-row" onClick={() => onOpen(item.id)}>
                    <span className="num med">
                      {clock(new Date(item.startsAt))}
                      <span className="mute block xs">{clock(new Date(item.endsAt))}</span>
                    </span>
                    <span className={classes('agenda-bar', `m${item.member.colour}`)} />
                    <span className="grow">
                      <b
                        className={classes('semi block clip', (item.status === 'NO_SHOW' || item.status === 'CANCELLED') && 'line-through')}
                      >
                        {item.leadName}
                      </b>
                      <span className="mute block clip">
                        {kindOf(item)}
                        {whereOf(item) && `, ${whereOf(item)}`}
                      </span>
                    </span>
                    {statusOf(item) !== 'booked' && <span className={item.outcomeMissing ? 'tag leak' : 'tag'}>{statusOf(item)}</span>}
                    <MemberAvatar {...item.member} size={24} />
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
