import { useEffect, useEffectEvent } from 'react'

type Keys = Record<string, (event: KeyboardEvent) => void>

/** Where a letter is a letter: nothing that a person types may run a command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
}

const inOverlay = (target: EventTarget | null) => target instanceof Element && target.closest('dialog[open], [popover]') !== null

/**
 * Page-wide keys. A key is `e`, `?`, `mod+k` (Ctrl or Cmd) or a sequence such as `g b` typed within a second.
 * Plain keys rest while a person types or a dialog is open; `mod+` keys always work.
 */
export function useKeys(keys: Keys) {
  const onKey = useEffectEvent((event: KeyboardEvent, prefix: string) => {
    const mod = event.ctrlKey || event.metaKey
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const name = mod ? `mod+${key}` : prefix ? `${prefix} ${key}` : key
    const run = keys[name]
    if (!run || event.altKey || event.defaultPrevented) return
    if (!mod && (isTyping(event.target) || inOverlay(event.target))) return
    event.preventDefault()
    run(event)
  })
  useEffect(() => {
    let prefix = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const listen = (event: KeyboardEvent) => {
      onKey(event, prefix)
      prefix = event.key === 'g' && !isTyping(event.target) && !prefix ? 'g' : ''
      clearTimeout(timer)
      timer = setTimeout(() => {
        prefix = ''
      }, 1000)
    }
    document.addEventListener('keydown', listen)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', listen)
    }
  }, [])
}
