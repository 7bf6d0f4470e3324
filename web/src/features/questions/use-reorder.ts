import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, useState } from 'react'

const rowAt = (list: Element, y: number) =>
  [...list.children].findIndex((row) => {
    const box = row.getBoundingClientRect()
    return y >= box.top && y < box.bottom
  })

/** Puts the rows of a list in another order: dragged by their handle, or with the arrows while the handle has the focus. */
export function useReorder(count: number, onMove: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null)

  function handle(index: number) {
    return {
      onKeyDown(event: KeyboardEvent) {
        const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : null
        if (to === null) return
        event.preventDefault()
        if (to >= 0 && to < count) onMove(index, to)
      },
      onPointerDown(event: ReactPointerEvent<HTMLElement>) {
        const list = event.currentTarget.closest('ol')
        if (event.button !== 0 || !list) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged(index)
      },
      onPointerMove(event: ReactPointerEvent<HTMLElement>) {
        const list = event.currentTarget.closest('ol')
        if (dragged === null || !list) return
        const to = rowAt(list, event.clientY)
        if (to < 0 || to === dragged) return
        onMove(dragged, to)
        setDragged(to)
      },
      onPointerUp: () => setDragged(null),
      onPointerCancel: () => setDragged(null),
    }
  }

  return { dragged, handle }
}
