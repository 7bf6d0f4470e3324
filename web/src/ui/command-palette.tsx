import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon'
import { Kbd } from './kbd'

export type Command = { key: string; group: string; label: ReactNode; mark?: ReactNode; shortcut?: string; run: () => void }

type Props = { commands: Command[]; query: string; onQuery: (query: string) => void; onClose: () => void; empty: string }

/** A search box over a list: the arrows walk, Enter does, Escape closes. Focus stays in the box; the list is told by `aria-activedescendant`. */
export function CommandPalette({ commands, query, onQuery, onClose, empty }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(0)
  const current = commands[Math.min(at, commands.length - 1)]
  const groups = [...new Set(commands.map((command) => command.group))]
  const option = (key: string) => `${id}-${key}`

  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const walk = (by: number) => setAt((was) => (Math.min(was, commands.length - 1) + by + commands.length) % Math.max(1, commands.length))
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Search or jump"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') walk(1)
        else if (event.key === 'ArrowUp') walk(-1)
        else if (event.key === 'Enter') run(current)
        else if (event.key === 'Escape')
          onClose() // else the search field would only clear itself
        else return
        event.preventDefault()
      }}
    >
      <div className="q">
        <Icon name="search" />
        <input
          type="search"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? option(current.key) : undefined}
          aria-label="Search people, actions and places"
          placeholder="Search people, actions and places"
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setAt(0)
            onQuery(event.target.value)
          }}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Results" className="results">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options with role=group
          <div key={group} role="group" aria-label={group}>
            <div className="group" aria-hidden="true">
              {group}
            </div>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys work in the box above
                // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box, see aria-activedescendant
                <div
                  key={command.key}
                  id={option(command.key)}
                  role="option"
                  aria-selected={command === current}
                  className={command === current ? 'option on' : 'option'}
                  onClick={() => run(command)}
                  onMouseMove={() => setAt(commands.indexOf(command))}
                >
                  {command.mark}
                  {command.label}
                  <span className="grow" />
                  {command === current ? <Kbd>Enter</Kbd> : command.shortcut && <Kbd>{command.shortcut}</Kbd>}
                </div>
              ))}
          </div>
        ))}
      </div>
      {commands.length === 0 && (
        <p className="nothing" role="status">
          {empty}
        </p>
      )}
    </dialog>
  )
}
