import type { ReactNode } from 'react'

/** A white sheet with its heading, a count or a link at right, and rows. */
export function Panel({ title, count, aside, children }: { title: string; count?: number; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel sheet" aria-label={title}>
      <h2 className="sect">
        {title}
        {count !== undefined && <span className="count">{count}</span>}
        {aside && <span className="aside">{aside}</span>}
      </h2>
      {children}
    </section>
  )
}
