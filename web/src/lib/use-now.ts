import { useSyncExternalStore } from 'react'

/** One ticking clock for the whole page: every due time moves at the same moment, with one timer. */
function ticking(every: number) {
  let now = new Date()
  let timer: ReturnType<typeof setInterval> | undefined
  const listeners = new Set<() => void>()
  const tick = () => {
    now = new Date()
    for (const listener of listeners) listener()
  }
  return {
    read: () => now,
    subscribe: (listener: () => void) => {
      if (listeners.size === 0) timer = setInterval(tick, every)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearInterval(timer)
      }
    },
  }
}

const minutes = ticking(15_000)
const seconds = ticking(1_000)

export const useNow = () => useSyncExternalStore(minutes.subscribe, minutes.read)
export const useSecond = () => useSyncExternalStore(seconds.subscribe, seconds.read)
