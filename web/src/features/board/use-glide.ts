import { useLayoutEffect, useRef } from 'react'
import type { PendingMove } from './arrange'
import type { Refusal } from './use-moves'

const GLIDE_MS = 180

/** A card that was let go glides from the hand to where it now stands: its new column, or home when it was refused. */
export function useGlide(pending: PendingMove[], refusal: Refusal | null) {
  const from = useRef<{ id: string; rect: DOMRect } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two are what makes a card land somewhere else
  useLayoutEffect(() => {
    const let_go = from.current
    from.current = null
    if (!let_go || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const card = document.querySelector(`article[data-deal="${let_go.id}"]`)
    const to = card?.getBoundingClientRect()
    if (!card || !to) return
    card.animate([{ transform: `translate(${let_go.rect.left - to.left}px, ${let_go.rect.top - to.top}px)` }, { transform: 'none' }], {
      duration: GLIDE_MS,
      easing: 'ease-out',
    })
  }, [pending, refusal])
  return (id: string, rect: DOMRect) => {
    from.current = { id, rect }
  }
}
