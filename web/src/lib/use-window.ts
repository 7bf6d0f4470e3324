import { type RefObject, useLayoutEffect, useState } from 'react'

const AROUND = 8

/**
 * Which rows of a long list are drawn: those in sight of the scroller and a few around. Rows are of one height, so that the
 * space above and below can stand in for the rest.
 */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const [sight, setSight] = useState({ top: 0, height: 900 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight || 900 })
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  const from = Math.max(0, Math.floor(sight.top / rowHeight) - AROUND)
  const to = Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + AROUND)
  return { from, to, above: from * rowHeight, below: Math.max(0, count - to) * rowHeight }
}
