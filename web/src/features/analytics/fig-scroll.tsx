import type { ReactNode } from 'react'

/** A table that is wider than a phone scrolls by itself, and by keyboard. */
export function FigScroll({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
    <section className="fig-scroll" aria-label={`${name}, as a table`} tabIndex={0}>
      {children}
    </section>
  )
}
