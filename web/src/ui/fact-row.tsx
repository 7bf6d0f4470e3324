import type { ReactNode } from 'react'
import { classes } from '@/lib/classes'

export type FactState = 'current' | 'unsure' | 'contradicted' | 'superseded' | 'missing'

type Props = {
  label: string
  value: string
  state?: FactState
  /** The person's own words, or where the fact came from when nobody wrote it. */
  quote?: string | null
  note?: string | null
  source?: ReactNode
  /** Its words are pointed at in the thread. */
  lit?: boolean
  onPoint?: (on: boolean) => void
}

/** One fact with the words it came from. Pointing at it tells the thread to light those words up. */
export function FactRow({ label, value, state = 'current', quote, note, source, lit, onPoint }: Props) {
  return (
    <li
      className={classes('evq', state === 'superseded' && 'old', lit && 'lit')}
      onMouseEnter={() => onPoint?.(true)}
      onMouseLeave={() => onPoint?.(false)}
      onFocus={() => onPoint?.(true)}
      onBlur={() => onPoint?.(false)}
    >
      <div className="t">
        <span>{label}</span>
        <b className={classes('grow', state === 'missing' && 'mute')}>
          {value} {state === 'unsure' && <span className="tag">Unsure</span>}
          {state === 'contradicted' && <span className="tag warm">Two answers</span>}
        </b>
        {source}
      </div>
      {quote ? <div className="quote">{quote}</div> : note && <div className="note">{note}</div>}
    </li>
  )
}
