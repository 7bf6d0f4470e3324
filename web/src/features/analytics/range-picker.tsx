import { useId, useRef } from 'react'
import { daysBetween, monthDay } from '@/lib/times'
import { Field } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { rangeOf, ranges } from './analytics-search'

type Range = { from: string; to: string }

const noon = (day: string) => new Date(`${day.slice(0, 10)}T12:00`)

/** From when to when: a few usual lengths, or any two days. */
export function RangePicker({ from, to, onChange }: Range & { onChange: (range: Range) => void }) {
  const id = useId()
  const pop = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const first = noon(from)
  const last = noon(to)
  const year = first.getFullYear() === last.getFullYear() ? '' : `, ${first.getFullYear()}`
  return (
    <>
      <button ref={button} type="button" className="facet on" popoverTarget={id}>
        <Icon name="cal" size="xs" />
        <b>
          {monthDay(first)}
          {year} to {monthDay(last)}
        </b>
        <span className="vh">, {daysBetween(first, last)} days. Change the days</span>
        <Icon name="down" size="xs" />
      </button>
      <div
        ref={pop}
        id={id}
        popover="auto"
        className="pop range-pop"
        onToggle={(event) => {
          const at = button.current?.getBoundingClientRect()
          if (event.newState !== 'open' || !at || !pop.current) return
          pop.current.style.top = `${at.bottom + 4}px`
          pop.current.style.left = `${at.left}px`
        }}
      >
        <div className="row flex-wrap">
          {ranges.map(({ days, label }) => (
            <button
              key={days}
              type="button"
              className="facet"
              onClick={() => {
                pop.current?.hidePopover()
                onChange(rangeOf(days))
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <div className="row">
          <Field
            label="From"
            type="date"
            value={from.slice(0, 10)}
            max={to.slice(0, 10)}
            onChange={(e) => e.target.value && onChange({ from: e.target.value, to: to.slice(0, 10) })}
          />
          <Field
            label="To"
            type="date"
            value={to.slice(0, 10)}
            min={from.slice(0, 10)}
            onChange={(e) => e.target.value && onChange({ from: from.slice(0, 10), to: e.target.value })}
          />
        </div>
      </div>
    </>
  )
}
