import { createRoute } from '@tanstack/react-router'
import { appRoute } from './app'

export const calendarRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/calendar',
}).lazy(() => import('./calendar.lazy').then((page) => page.Route))
