import { type PointerEvent as ReactPointerEvent, useRef, useState } from 'react'
import type { DealCard } from '@/api/generated/types.gen'

/** A hand shakes a little: below this a press is a click. */
const LIFT_PX = 4
const EDGE_PX = 48

export type Drag = { deal: DealCard; over: string | null; width: number }

const stageAt = (x: number, y: number) => {
  const column = document.elementFromPoint(x, y)?.closest('[data-stage]')
  return column instanceof HTMLElement ? (column.dataset.stage ?? null) : null
}

/** A press that turned into a drag must not also open the link under it. */
function swallowClick() {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }))
}

type Handlers = { onLift: (deal: DealCard) => void; onDrop: (deal: DealCard, stage: string, ghost: DOMRect) => void }

/** Dragging by mouse or pen. Fingers scroll; they move a card from its Move list. */
export function useDrag({ onLift, onDrop }: Handlers) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const ghost = useRef<HTMLElement | null>(null)

  function start(event: ReactPointerEvent<HTMLElement>, deal: DealCard) {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const card = event.currentTarget
    const board = card.closest('.board')
    const box = card.getBoundingClientRect()
    const from = { x: event.clientX, y: event.clientY }
    const grab = { x: from.x - box.left, y: from.y - box.top }
    let lifted = false
    let at = from
    let over: string | null = null

    const follow = () => {
      if (ghost.current) ghost.current.style.translate = `${at.x - grab.x}px ${at.y - grab.y}px`
    }
    const onMove = (move: PointerEvent) => {
      at = { x: move.clientX, y: move.clientY }
      if (!lifted) {
        if (Math.hypot(at.x - from.x, at.y - from.y) < LIFT_PX) return
        lifted = true
        onLift(deal)
      }
      follow()
      over = stageAt(at.x, at.y)
      setDrag((was) => (was && was.over === over ? was : { deal, over, width: box.width }))
      requestAnimationFrame(follow)
      const edges = board?.getBoundingClientRect()
      if (edges && at.x > edges.right - EDGE_PX) board?.scrollBy({ left: 16 })
      else if (edges && at.x < edges.left + EDGE_PX) board?.scrollBy({ left: -16 })
    }
    const finish = (dropped: boolean) => {
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerup', onUp)
      removeEventListener('pointercancel', onCancel)
      removeEventListener('keydown', onKey, true)
      if (!lifted) return
      swallowClick()
      const rect = ghost.current?.getBoundingClientRect() ?? box
      setDrag(null)
      if (dropped && over) onDrop(deal, over, rect)
    }
    const onUp = () => finish(true)
    const onCancel = () => finish(false)
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return
      key.stopPropagation()
      finish(false)
    }
    addEventListener('pointermove', onMove)
    addEventListener('pointerup', onUp)
    addEventListener('pointercancel', onCancel)
    addEventListener('keydown', onKey, true)
  }

  return { drag, ghost, start }
}
