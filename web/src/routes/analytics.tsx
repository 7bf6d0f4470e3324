import { createRoute } from '@tanstack/react-router'
import { analyticsQuery, analyticsSearch } from '@/features/analytics/analytics-search'
import { appRoute } from './app'

export const analyticsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/analytics',
  validateSearch: analyticsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(analyticsQuery(deps)),
}).lazy(() => import('./analytics.lazy').then((page) => page.Route))
