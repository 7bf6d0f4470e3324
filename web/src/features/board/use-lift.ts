import { type KeyboardEvent, useState } from 'react'
import type { BoardColumn, DealCard } from '@/api/generated/types.gen'

export type Lift = { deal: DealCard; to: string }

const linkIn = (card: Element | null | undefined) => card?.querySelector<HTMLElement>('a')

/** From a card to its neighbour: up and down in the column, left and right to the nearest height in the next column that shows cards. */
function walk(card: HTMLElement, key: string) {
  const column = card.closest('[data-stage]')
  const cards = [...(column?.querySelectorAll('[data-deal]') ?? [])]
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    linkIn(cards[cards.indexOf(card) + (key === 'ArrowDown' ? 1 : -1)])?.focus()
    return
  }
  const columns = [...document.querySelectorAll('[data-stage]')].filter((one) => one === column || one.querySelector('[data-deal]'))
  const next = column && columns[columns.indexOf(column) + (key === 'ArrowRight' ? 1 : -1)]
  const height = card.getBoundingClientRect().top
  const near = [...(next?.querySelectorAll('[data-deal]') ?? [])].sort(
    (a, b) => Math.abs(a.getBoundingClientRect().top - height) - Math.abs(b.getBoundingClientRect().top - height),
  )
  linkIn(near[0])?.focus()
}

type Handlers = {
  columns: BoardColumn[]
  onLift: (deal: DealCard) => void
  onDrop: (deal: DealCard, stage: string) => void
  onMoveList: (deal: DealCard) => void
}

/** The board by keyboard: arrows walk, Space lifts, left and right choose the stage, Enter drops, Escape puts back, M opens the list. */
export function useLift({ columns, onLift, onDrop, onMoveList }: Handlers) {
  const [lift, setLift] = useState<Lift | null>(null)

  function carry(held: Lift, key: string): boolean {
    const here = columns.findIndex((column) => column.stage === held.to)
    const next = columns[here + (key === 'ArrowRight' ? 1 : -1)]
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      if (next) setLift({ ...held, to: next.stage })
    } else if (key === 'Enter' || key === ' ') {
      setLift(null)
      onDrop(held.deal, held.to)
    } else if (key === 'Escape') setLift(null)
    else return key.startsWith('Arrow')
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, deal: DealCard) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    let done = true
    if (lift) done = carry(lift, event.key)
    else if (event.target instanceof HTMLButtonElement) done = false
    else if (event.key.startsWith('Arrow')) walk(event.currentTarget, event.key)
    else if (event.key === ' ') {
      setLift({ deal, to: deal.stage })
      onLift(deal)
    } else if (event.key.toLowerCase() === 'm') onMoveList(deal)
    else done = false
    if (!done) return
    event.preventDefault()
    event.stopPropagation()
  }

  return { lift, onKeyDown, putBack: () => setLift(null) }
}
