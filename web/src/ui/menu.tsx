import { type ReactNode, useId, useRef } from 'react'
import { classes } from '@/lib/classes'
import { Icon, type IconName } from './icon'

export type Choice = { key: string; label: ReactNode; icon?: IconName; checked?: boolean; onChoose: () => void }

/** `name` is the name of the list, and of the button too unless what it shows says enough (`selfNamed`). */
type Props = { label: ReactNode; name: string; selfNamed?: boolean; choices: Choice[]; className?: string; align?: 'start' | 'end' }

/** A button that opens a list of choices: native popover (top layer, light dismiss, Escape), arrows to walk, focus back to the button. */
export function Menu({ label, name, selfNamed = false, choices, className, align = 'start' }: Props) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const items = (): HTMLElement[] => [...(list.current?.querySelectorAll('button') ?? [])]
  const walk = (by: number) => {
    const all = items()
    const here = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1
    all[(here + by + all.length) % all.length]?.focus()
  }
  const place = () => {
    const at = button.current?.getBoundingClientRect()
    const pop = list.current
    if (!at || !pop) return
    pop.style.top = `${at.bottom + 4}px`
    const left = align === 'end' ? at.right - pop.offsetWidth : at.left
    pop.style.left = `${Math.max(8, Math.min(left, innerWidth - pop.offsetWidth - 8))}px`
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={id}
        aria-label={selfNamed ? undefined : name}
        aria-haspopup="menu"
      >
        {label}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={name}
        className="menu"
        onToggle={(event) => {
          if (event.newState !== 'open') return
          place()
          items()[0]?.focus()
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') walk(1)
          else if (event.key === 'ArrowUp') walk(-1)
          else return
          event.preventDefault()
        }}
      >
        {choices.map((choice) => (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: checked is given only with the radio role
          <button
            key={choice.key}
            type="button"
            role={choice.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={choice.checked}
            className={classes(choice.checked && 'on')}
            onClick={() => {
              list.current?.hidePopover()
              button.current?.focus()
              choice.onChoose()
            }}
          >
            {choice.icon && <Icon name={choice.icon} size="sm" />}
            <span className="grow">{choice.label}</span>
            {choice.checked && <Icon name="check" size="sm" />}
          </button>
        ))}
      </div>
    </>
  )
}
