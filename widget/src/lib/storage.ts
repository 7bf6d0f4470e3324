/** Storage that may be full, blocked in a frame, or absent: then the chat still works for as long as the page lives. */
export function storage(prefix: string, store: Storage | undefined = browserStorage()) {
  const memory = new Map<string, string>()
  return {
    get(key: string): string | undefined {
      return attempt(() => store?.getItem(prefix + key)) ?? memory.get(key)
    },
    set(key: string, value: string) {
      memory.set(key, value)
      attempt(() => store?.setItem(prefix + key, value))
    },
    remove(key: string) {
      memory.delete(key)
      attempt(() => store?.removeItem(prefix + key))
    },
    keys(): string[] {
      const stored = attempt(() => Object.keys(store ?? {})) ?? []
      const own = stored.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
      return [...new Set([...own, ...memory.keys()])]
    },
  }
}

export type Kept = ReturnType<typeof storage>

function browserStorage() {
  return attempt(() => window.localStorage)
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
