import { createRoute } from '@tanstack/react-router'
import { appRoute } from './app'

export const analyticsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/analytics',
}).lazy(() => import('./analytics.lazy').then((page) => page.Route))
