import { createRoute } from '@tanstack/react-router'
import { rootRoute } from './root'

export const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
}).lazy(() => import('./join.lazy').then((page) => page.Route))
