import type { ReactNode } from 'react'

/** 48 px: what this page is, the tabs that change its set, at right what acts on it; the one primary button comes last. */
export function TopBar({ title, tabs, children }: { title: ReactNode; tabs?: ReactNode | undefined; children?: ReactNode }) {
  return (
    <header className="top">
      {typeof title === 'string' ? <h1>{title}</h1> : title}
      {tabs && (
        <>
          <span className="sep desk-only" />
          <div className="desk-only top-tabs">{tabs}</div>
        </>
      )}
      <span className="grow" />
      {children}
    </header>
  )
}
