import type { AppointmentView } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { dayKey, longDay, weekday } from '@/lib/times'
import { startOf, today } from './week'

type Props = { days: string[]; date: string; appointments: AppointmentView[]; onDate: (day: string) => void }

/** The week as seven days to tap, each with how much is on it. */
export function DayStrip({ days, date, appointments, onDate }: Props) {
  return (
    <nav className="day-strip" aria-label="Days of the week">
      {days.map((day) => {
        const count = appointments.filter((one) => dayKey(new Date(one.startsAt)) === day && one.status !== 'CANCELLED').length
        return (
          <button
            key={day}
            type="button"
            className={classes(day === today() && 'td')}
            aria-current={day === date ? 'date' : undefined}
            onClick={() => onDate(day)}
          >
            {weekday(startOf(day))}
            <b>{startOf(day).getDate()}</b>
            <span className="xxs">{count || ' '}</span>
            <span className="vh">
              {count === 1 ? 'appointment' : 'appointments'}, {longDay(startOf(day))}
            </span>
          </button>
        )
      })}
    </nav>
  )
}
