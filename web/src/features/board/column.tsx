import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import type { BoardColumn } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { shortMoney } from '@/lib/money'
import { Icon } from '@/ui/icon'
import { IconButton } from '@/ui/icon-button'
import { SkeletonCard } from '@/ui/skeleton'
import type { Reach } from './guards'

type Props = {
  column: BoardColumn
  currency: string
  reach: Reach | undefined
  over: boolean
  slot: ReactNode
  more: { onReach: () => void; loading: boolean } | undefined
  onFold?: () => void
  children: ReactNode
}

/** Asks for the next page when the end of the list comes near. */
function End({ onReach }: { onReach: () => void }) {
  const ref = useRef<HTMLLIElement>(null)
  const reached = useEffectEvent(onReach)
  useEffect(() => {
    const end = ref.current
    if (!end) return
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && reached(), { rootMargin: '400px' })
    watch.observe(end)
    return () => watch.disconnect()
  }, [])
  return <li ref={ref} />
}

export function Column({ column, currency, reach, over, slot, more, onFold, children }: Props) {
  const sum = shortMoney({ amount: column.valueMinor, currency })
  return (
    <section
      className={classes('col', reach && (reach.allowed ? 'can-take' : 'is-locked'), reach?.allowed && over && 'is-target')}
      aria-label={`${column.name}, ${column.count} ${column.count === 1 ? 'deal' : 'deals'}, ${sum}`}
      data-stage={column.stage}
    >
      <header>
        <h2 className="clip">{column.name}</h2>
        <span className="count">{column.count}</span>
        <span className="grow" />
        {onFold && <IconButton icon="left" size="sm" label={`Fold ${column.name}`} className="fold" onClick={onFold} />}
        <span className="money xxs mute">{sum}</span>
      </header>
      {reach && !reach.allowed && (
        <p className="lock-line">
          <Icon name="lock" size="xs" />
          <span>{reach.reason}</span>
        </p>
      )}
      <ul className="cards">
        {slot && <li>{slot}</li>}
        {children}
        {more && <End key={column.cards.length} onReach={more.onReach} />}
        {more?.loading && (
          <li>
            <SkeletonCard />
          </li>
        )}
      </ul>
    </section>
  )
}

/** A stage put aside: its count, name and sum stay true; it takes drops and opens on a click. */
export function FoldedColumn(props: {
  column: BoardColumn
  currency: string
  reach: Reach | undefined
  over: boolean
  onOpen: () => void
}) {
  const { column, currency, reach, over, onOpen } = props
  const sum = shortMoney({ amount: column.valueMinor, currency })
  return (
    <section
      className={classes(
        'col slim',
        column.kind === 'WON' && 'won',
        reach && (reach.allowed ? 'can-take' : 'is-locked'),
        reach?.allowed && over && 'is-target',
      )}
      aria-label={`${column.name}, ${column.count} deals, ${sum}, folded`}
      data-stage={column.stage}
      title={reach && !reach.allowed ? reach.reason : undefined}
    >
      <button type="button" onClick={onOpen}>
        <span className="vh">Unfold</span>
        <span className="count">{column.count}</span>
        <b>{column.name}</b>
        <span className="money xxs mute">{sum}</span>
        {reach && !reach.allowed && <Icon name="lock" size="xs" />}
      </button>
    </section>
  )
}
