import type { ReactNode } from 'react'

export type Tab<T extends string> = { key: T; label: ReactNode; count?: number; alarm?: boolean }

type Props<T extends string> = { name: string; tabs: Tab<T>[]; current: T; onChange: (key: T) => void; className?: string }

/** Tabs that change the set shown below them. The arrows walk, as in every tab list. */
export function Tabs<T extends string>({ name, tabs, current, onChange, className = 'tabs' }: Props<T>) {
  return (
    <div
      className={className}
      role="tablist"
      aria-label={name}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
        if (!by) return
        event.preventDefault()
        const here = tabs.findIndex((tab) => tab.key === current)
        const next = tabs[(here + by + tabs.length) % tabs.length]
        if (!next) return
        onChange(next.key)
        const target = event.currentTarget.children[tabs.indexOf(next)]
        if (target instanceof HTMLElement) target.focus()
      }}
    >
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.key === current}
          tabIndex={tab.key === current ? 0 : -1}
          onClick={() => onChange(tab.key)}
        >
          {tab.label}
          {tab.count !== undefined && <span className={tab.alarm ? 'count alarm' : 'count'}>{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}
