import * as z from 'zod/mini'

const bootSchema = z.object({
  me: z.unknown(),
  queries: z.catch(z.array(z.object({ path: z.string(), data: z.unknown() })), []),
})

/** A path with its query in one order, so that the same question asked in two ways is the same question. */
function normal(path: string): string {
  const url = new URL(path, 'http://page')
  url.searchParams.sort()
  return url.pathname + url.search
}

/**
 * What the server already knew when it sent the page. Each answer serves the first request for its path and is then gone:
 * from there on the network is asked, so nothing old can be served twice.
 */
export function readBoot(element: Element | null): Map<string, unknown> {
  const answers = new Map<string, unknown>()
  if (!element?.textContent) return answers
  try {
    const boot = bootSchema.parse(JSON.parse(element.textContent))
    if (boot.me) answers.set('/api/me', boot.me)
    for (const { path, data } of boot.queries) answers.set(normal(path), data)
  } catch {
    // A page without usable boot data asks the server itself.
  }
  return answers
}

const boot = readBoot(document.getElementById('doorstep-boot'))

export function bootAnswer(request: Request, answers = boot): Response | undefined {
  if (request.method !== 'GET' || answers.size === 0) return undefined
  const url = new URL(request.url)
  const key = normal(url.pathname + url.search)
  if (!answers.has(key)) return undefined
  const data = answers.get(key)
  answers.delete(key)
  return Response.json(data)
}
