import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Link, Outlet } from '@tanstack/react-router'
import { ConfirmDialog } from '@/features/security/confirm-dialog'
import { sentenceFor } from '@/lib/problem'
import { buttonClass } from '@/ui/button'
import { ErrorPanel } from '@/ui/error-panel'
import { ToastProvider } from '@/ui/toast'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: () => (
    <ToastProvider>
      <Outlet />
      <ConfirmDialog />
    </ToastProvider>
  ),
  errorComponent: ({ error, reset }) => (
    <main className="alone">
      <ErrorPanel title="This page did not load" onRetry={reset}>
        {sentenceFor(error)}
      </ErrorPanel>
    </main>
  ),
  notFoundComponent: () => (
    <main className="alone">
      <ErrorPanel
        icon="search"
        title="There is nothing at this address"
        action={
          <Link to="/board" className={buttonClass('default', 'sm')}>
            Go to board
          </Link>
        }
      >
        Check the link or ask the person who sent it.
      </ErrorPanel>
    </main>
  ),
})
