import { createRoute } from '@tanstack/react-router'
import { appRoute } from './app'

export const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
}).lazy(() => import('./settings.lazy').then((page) => page.Route))
