import { createRoute } from '@tanstack/react-router'
import { appRoute } from './app'

export const leadsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/leads',
}).lazy(() => import('./leads.lazy').then((page) => page.Route))

export const leadRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/leads/$leadId',
}).lazy(() => import('./lead.lazy').then((page) => page.Route))
