import { useSyncExternalStore } from 'react'

/** A small choice kept on this device. Storage may be closed to us (private mode): then it lasts for the visit. */
export function stored<T extends string>(key: string, allowed: readonly T[], initial: T) {
  const listeners = new Set<() => void>()
  const read = (): T => {
    try {
      const value = localStorage.getItem(key)
      return allowed.find((choice) => choice === value) ?? initial
    } catch {
      return initial
    }
  }
  let current = read()
  const set = (value: T) => {
    current = value
    try {
      localStorage.setItem(key, value)
    } catch {
      // kept in memory only
    }
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { get: () => current, set, use: () => useSyncExternalStore(subscribe, () => current) }
}
