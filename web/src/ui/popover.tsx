import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'

type Props = {
  label: string
  anchor: () => Element | null
  onClose: () => void
  role?: 'dialog' | 'alertdialog'
  className?: string
  children: ReactNode
}

const FOCUSABLE = 'button:not(:disabled), a[href], input, textarea, select'
const GAP = 10

/** Beside its anchor where there is room: right, else left; the stylesheet makes it a sheet on a phone. */
function place(pop: HTMLElement, anchor: Element) {
  const at = anchor.getBoundingClientRect()
  const right = at.right + GAP
  const fits = right + pop.offsetWidth <= innerWidth - 8
  pop.style.left = `${Math.max(8, fits ? right : at.left - GAP - pop.offsetWidth)}px`
  pop.style.top = `${Math.max(8, Math.min(at.top - 8, innerHeight - pop.offsetHeight - 8))}px`
  pop.dataset.side = fits ? 'right' : 'left'
}

/** A native popover on the top layer. Mount it to open it: focus goes to its first `data-first` or control, stays inside, and returns on close. */
export function Popover({ label, anchor, onClose, role = 'dialog', className, children }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const open = useEffectEvent((pop: HTMLElement) => {
    pop.showPopover()
    const beside = anchor()
    if (beside) {
      place(pop, beside)
      // An anchor that still glides home is met where it comes to rest.
      void Promise.allSettled(beside.getAnimations().map((animation) => animation.finished)).then(() => place(pop, beside))
    }
    const first = pop.querySelector<HTMLElement>('[data-first]') ?? pop.querySelector<HTMLElement>(FOCUSABLE)
    first?.focus()
  })
  useEffect(() => {
    const before = document.activeElement
    if (ref.current) open(ref.current)
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is dialog or alertdialog
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name
    <div
      ref={ref}
      popover="auto"
      role={role}
      aria-label={label}
      className={`pop ${className ?? ''}`}
      onToggle={(event) => event.newState === 'closed' && onClose()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
        if (event.key !== 'Tab') return
        const all = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)]
        const edge = event.shiftKey ? all[0] : all[all.length - 1]
        if (document.activeElement !== edge) return
        event.preventDefault()
        ;(event.shiftKey ? all[all.length - 1] : all[0])?.focus()
      }}
    >
      {children}
    </div>
  )
}
