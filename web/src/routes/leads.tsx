import { createRoute } from '@tanstack/react-router'
import { leadOptions } from '@/api/generated/@tanstack/react-query.gen'
import { leadSearch } from '@/features/lead/lead-search'
import { timelinePages } from '@/features/lead/timeline-pages'
import { leadsList } from '@/features/leads/leads-list'
import { leadsSearch } from '@/features/leads/leads-search'
import { appRoute } from './app'

export const leadsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/leads',
  validateSearch: leadsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queryClient.ensureInfiniteQueryData(leadsList(deps)),
}).lazy(() => import('./leads.lazy').then((page) => page.Route))

export const leadRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/leads/$leadId',
  validateSearch: leadSearch,
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(leadOptions({ path: { id: params.leadId } })),
      context.queryClient.prefetchInfiniteQuery(timelinePages(params.leadId)),
    ]),
}).lazy(() => import('./lead.lazy').then((page) => page.Route))
