import { useEffect, useRef } from 'react'
import type { AppointmentView, Calendar } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { clock, dayKey, longDay, weekday } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Icon } from '@/ui/icon'
import { dayLoad, kindOf, lookOf, nameOf, whereOf } from './appointment-look'
import { inLanes } from './lanes'
import { closedSpans } from './open-hours'
import { startOf } from './week'

type Props = {
  days: string[]
  appointments: AppointmentView[]
  hours: Calendar['workingHours']
  onOpen: (id: string) => void
  onDay: (day: string) => void
}

const HOUR = 3_600_000
const OPENS_AT = 8
const CLOSES_AT = 20
const SHORT_MINUTES = 35

const hourOf = (at: number, day: string) => (at - startOf(day).getTime()) / HOUR

/** Days side by side, hours down; what is closed is hatched, now is a line. */
export function WeekGrid({ days, appointments, hours, onOpen, onDay }: Props) {
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const onDays = days.map((day) => ({ day, items: appointments.filter((one) => dayKey(new Date(one.startsAt)) === day) }))
  const edges = onDays.flatMap(({ day, items }) =>
    items.flatMap((one) => [hourOf(Date.parse(one.startsAt), day), Math.min(24, hourOf(Date.parse(one.endsAt), day))]),
  )
  const first = Math.floor(Math.min(OPENS_AT, ...edges))
  const last = Math.ceil(Math.max(CLOSES_AT, ...edges))
  const todayKey = dayKey(now)
  const columns = { gridTemplateColumns: `52px repeat(${days.length}, minmax(0, 1fr))` }
  const place = (hour: number) => `calc(var(--hr) * ${hour - first})`

  const seesToday = days.includes(todayKey)
  useEffect(() => {
    if (seesToday) scroller.current?.querySelector('.nowline')?.scrollIntoView({ block: 'nearest' })
  }, [seesToday])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
    <section className="weekwrap" ref={scroller} aria-label="Appointments by day and hour" tabIndex={0}>
      <div className="weekhead" style={columns}>
        <div />
        {onDays.map(({ day, items }) => (
          <div key={day} className={classes(day === todayKey && 'td')}>
            <button type="button" onClick={() => onDay(day)}>
              {weekday(startOf(day))} <b>{startOf(day).getDate()}</b>
              <span className="vh">, look at {longDay(startOf(day))}</span>
            </button>
            <span className="load clip">{dayLoad(items) || ' '}</span>
          </div>
        ))}
      </div>
      <div className="week" style={{ ...columns, height: place(last) }}>
        <div className="hours" aria-hidden="true">
          {Array.from({ length: last - first }, (_, index) => first + index).map((hour) => (
            <span key={hour} style={{ top: `calc(${place(hour)} + 2px)` }}>
              {hour % 12 || 12} {hour < 12 ? 'AM' : 'PM'}
            </span>
          ))}
        </div>
        {onDays.map(({ day, items }) => (
          <div key={day} className="dcol">
            {closedSpans(day, hours).map((span) => {
              const from = Math.max(first, hourOf(span.from, day))
              const to = Math.min(last, hourOf(span.to, day))
              return (
                to > from && (
                  <div key={span.from} className="closed" style={{ top: place(from), height: `calc(var(--hr) * ${to - from})` }} />
                )
              )
            })}
            {day === todayKey && <div className="nowline" style={{ top: place(hourOf(now.getTime(), day)) }} />}
            <ul>
              {inLanes(items).map(({ item, start, end, lane, lanes }) => (
                <li key={item.id}>
                  <button
                    type="button"
                    className={classes(lookOf(item), end - start < SHORT_MINUTES * 60_000 && 'short')}
                    style={{
                      top: place(hourOf(start, day)),
                      height: `calc(var(--hr) * ${(end - start) / HOUR} - 2px)`,
                      left: `calc(${(lane * 100) / lanes}% + 2px)`,
                      width: `calc(${100 / lanes}% - 4px)`,
                    }}
                    onClick={() => onOpen(item.id)}
                  >
                    <b className="clip">{item.leadName}</b>
                    {item.outcomeMissing ? (
                      <em className="clip">
                        <Icon name="leak" size="xs" />
                        Outcome missing
                      </em>
                    ) : (
                      <span className="clip">
                        {clock(new Date(item.startsAt)).replace(/ [AP]M$/, '')} {end - start >= SHORT_MINUTES * 60_000 && lineOf(item)}
                      </span>
                    )}
                    <i className="vh">, {nameOf(item)}</i>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function lineOf(item: AppointmentView) {
  if (item.status === 'NO_SHOW') return 'no-show'
  if (item.status === 'CANCELLED') return 'cancelled'
  const where = whereOf(item)
  return where ? `${kindOf(item)}, ${where}` : kindOf(item)
}
