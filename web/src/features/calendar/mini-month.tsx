import { useState } from 'react'
import { classes } from '@/lib/classes'
import { longDay } from '@/lib/times'
import { IconButton } from '@/ui/icon-button'
import { addMonths, monthGrid, startOf, today, weekOf } from './week'

type Props = { date: string; onDate: (day: string) => void }

/** The month around the week looked at; any day leads to its week. */
export function MiniMonth({ date, onDate }: Props) {
  // Paging through months is looking around; it ends when another day is chosen.
  const [seen, setSeen] = useState({ date, month: date })
  const month = seen.date === date ? seen.month : date
  const week = weekOf(date)
  const page = (by: number) => setSeen({ date, month: addMonths(month, by) })
  return (
    <section aria-label="Month">
      <div className="sect mb-1">
        <span aria-live="polite">{startOf(month).toLocaleDateString('en-US', { month: 'long', year: 'numeric' })}</span>
        <span className="grow" />
        <IconButton icon="left" size="sm" label="Month before" onClick={() => page(-1)} />
        <IconButton icon="right" size="sm" label="Month after" onClick={() => page(1)} />
      </div>
      <div className="mini">
        {['M', 'T', 'W', 'T', 'F', 'S', 'S'].map((letter, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: seven letters that never move
          <b key={index} aria-hidden="true">
            {letter}
          </b>
        ))}
        {monthGrid(month).map((day) => (
          <button
            key={day}
            type="button"
            className={classes(!day.startsWith(month.slice(0, 7)) && 'off', week.includes(day) && 'wk', day === today() && 'td')}
            aria-label={longDay(startOf(day))}
            aria-current={day === date ? 'date' : undefined}
            onClick={() => onDate(day)}
          >
            {startOf(day).getDate()}
          </button>
        ))}
      </div>
    </section>
  )
}
