/** 1 s, 2 s, 4 s ... up to half a minute, each shortened by up to a quarter so that a thousand visitors do not come back at once. */
export const backoff = (attempt: number, random = Math.random) => Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10)) * (1 - random() / 4)

/** Waits, unless someone is in a hurry: an abort ends the wait early and is not an error. */
export const pause = (milliseconds: number, hurry?: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (hurry?.aborted) return resolve()
    const timer = setTimeout(resolve, milliseconds)
    hurry?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
