import './calendar.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { meOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { AppointmentView } from '@/api/generated/types.gen'
import { timeZone, zoneCity, zoneShort } from '@/lib/time-zones'
import { dayKey, longDay } from '@/lib/times'
import { useKeys } from '@/lib/use-keys'
import { usePhone } from '@/lib/use-media'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { IconButton } from '@/ui/icon-button'
import { Tabs } from '@/ui/tabs'
import { TopBar } from '@/ui/top-bar'
import { AppointmentList } from './appointment-list'
import type { CalendarSearch, CalendarViewName } from './calendar-search'
import { DayStrip } from './day-strip'
import { HowToRead } from './how-to-read'
import { MemberFilter } from './member-filter'
import { MiniMonth } from './mini-month'
import { addDays, isDay, rangeTitle, startOf, today, weekOf, weekQuery } from './week'
import { WeekGrid } from './week-grid'

type Props = {
  search: CalendarSearch
  onSearch: (search: CalendarSearch) => void
  /** The dialogs of booking, which this feature may not know. */
  renderBooking: (onClose: () => void) => ReactNode
  renderAppointment: (appointment: AppointmentView, onClose: () => void) => ReactNode
}

/** Who meets whom and when, in the viewer's time. */
export function CalendarPage({ search, onSearch, renderBooking, renderAppointment }: Props) {
  const { data: me } = useSuspenseQuery(meOptions())
  const date = search.date && isDay(search.date) ? search.date : today()
  const { data: calendar } = useSuspenseQuery(weekQuery(date))
  const [booking, setBooking] = useState(false)
  const phone = usePhone()
  const view: CalendarViewName = phone ? 'day' : (search.view ?? 'week')
  const week = weekOf(date)
  const days = view === 'day' ? [date] : week
  const inWeek = calendar.appointments.filter((one) => week.includes(dayKey(new Date(one.startsAt))))
  const { only } = search
  const shown = only ? inWeek.filter((one) => only.includes(one.member.id)) : inWeek
  const hours = only ? calendar.workingHours.filter((one) => only.includes(one.memberId)) : calendar.workingHours
  const counts = new Map(
    calendar.members.map(({ id }) => [id, inWeek.filter((one) => one.member.id === id && one.status !== 'CANCELLED').length]),
  )
  const missing = shown.filter((one) => one.outcomeMissing)
  const open = calendar.appointments.find((one) => one.id === search.appointment)
  const go = (next: string) => onSearch({ ...search, date: next === today() ? undefined : next })
  const step = view === 'day' ? 1 : 7
  const onOpen = (appointment: string) => onSearch({ ...search, appointment })
  useKeys({ t: () => go(today()), b: () => setBooking(true), j: () => go(addDays(date, step)), k: () => go(addDays(date, -step)) })

  return (
    <>
      <TopBar
        title={
          <div className="cal-nav">
            <h1>Calendar</h1>
            <span className="sep desk-only" />
            <Button size="sm" onClick={() => go(today())}>
              Today
            </Button>
            <IconButton icon="left" size="sm" label="Earlier" onClick={() => go(addDays(date, -step))} />
            <IconButton icon="right" size="sm" label="Later" onClick={() => go(addDays(date, step))} />
            <span className="semi num desk-only" aria-live="polite">
              {view === 'day' ? longDay(startOf(date)) : rangeTitle(days)}
            </span>
          </div>
        }
      >
        {missing.length > 0 && (
          <button type="button" className="tag leak desk-only" onClick={() => missing[0] && onOpen(missing[0].id)}>
            <Icon name="leak" size="xs" />
            {missing.length} without outcome
          </button>
        )}
        <div className="desk-only">
          <Tabs
            name="How the calendar is shown"
            current={view}
            onChange={(next) => onSearch({ ...search, view: next === 'week' ? undefined : next })}
            tabs={[
              { key: 'day', label: 'Day' },
              { key: 'week', label: 'Week' },
              { key: 'list', label: 'List' },
            ]}
          />
        </div>
        <Button look="primary" icon="plus" onClick={() => setBooking(true)}>
          Book
        </Button>
      </TopBar>
      <div className="body cal">
        <aside className="desk-only" aria-label="What the calendar shows">
          <MiniMonth date={date} onDate={go} />
          <MemberFilter
            members={calendar.members}
            counts={counts}
            only={only}
            me={me.member.id}
            onOnly={(next) => onSearch({ ...search, only: next })}
          />
          <HowToRead />
          <p className="xs mute mt-auto">{zoneNote(calendar.timeZone)}</p>
        </aside>
        {phone ? (
          <div className="cal-phone">
            <DayStrip days={week} date={date} appointments={shown} onDate={go} />
            <AppointmentList days={days} appointments={shown} onOpen={onOpen} />
          </div>
        ) : view === 'list' ? (
          <AppointmentList days={days} appointments={shown} onOpen={onOpen} />
        ) : (
          <WeekGrid
            days={days}
            appointments={shown}
            hours={hours}
            onOpen={onOpen}
            onDay={(day) => onSearch({ ...search, date: day, view: 'day' })}
          />
        )}
      </div>
      {booking && renderBooking(() => setBooking(false))}
      {open && renderAppointment(open, () => onSearch({ ...search, appointment: undefined }))}
    </>
  )
}

function zoneNote(agency: string) {
  const now = new Date()
  const mine = timeZone()
  const own = `Times are yours, ${zoneShort(mine, now)}.`
  return mine === agency
    ? `Times in ${zoneCity(agency)}, ${zoneShort(agency, now)}.`
    : `${own} The agency is in ${zoneCity(agency)}, ${zoneShort(agency, now)}.`
}
