import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { type ComponentType, Suspense } from 'react'
import { ToastProvider } from '@/ui/toast'

export type Asked = { method: string; path: string; body: unknown }
type Answer = (asked: Asked) => unknown

/** A problem answer, as the server would send it. */
export const refused = (status: number, code: string, extra: object = {}) =>
  new Response(JSON.stringify({ type: `urn:doorstep:problem:${code}`, status, title: code, ...extra }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })

/**
 * The network of a test: answers by "METHOD /path" (the first `*` stands for anything), everything else is 404.
 * Returns what was asked, in order.
 */
export function network(answers: Record<string, Answer>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url)
    const text = request.method === 'GET' ? '' : await request.text()
    const ask: Asked = { method: request.method, path: pathname, body: text ? JSON.parse(text) : undefined }
    asked.push(ask)
    const key = `${ask.method} ${pathname}`
    const found = Object.entries(answers).find(([pattern]) => new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`).test(key))
    if (!found) return refused(404, 'not-found')
    const answer = await found[1](ask)
    if (answer instanceof Response) return answer
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer)
  })
  return asked
}

/** Draws a page inside a router with the addresses it links to. */
export function renderPage(Page: ComponentType) {
  const root = createRootRoute({
    component: () => (
      <ToastProvider>
        <Suspense>
          <Page />
        </Suspense>
      </ToastProvider>
    ),
  })
  const paths = ['/', '/board', '/inbox', '/inbox/$conversationId', '/leads/$leadId']
  const routeTree = root.addChildren(paths.map((path) => createRoute({ getParentRoute: () => root, path })))
  const router = createRouter({ routeTree, history: createMemoryHistory() })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return router
}
