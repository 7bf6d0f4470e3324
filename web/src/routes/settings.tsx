import { createRoute, redirect } from '@tanstack/react-router'
import * as z from 'zod/mini'
import {
  agencySettingsOptions,
  agentSightOptions,
  articlesOptions,
  assistantSettingsOptions,
  calibrationOptions,
  modelCallsOptions,
  questionSettingsOptions,
  scorecardOptions,
  teamOptions,
  widgetSettingsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { auditSearch } from '@/features/audit/audit-search'
import { listingsList } from '@/features/listings/listings-list'
import { listingsSearch } from '@/features/listings/listings-search'
import { readTab } from '@/features/settings/settings-tabs'
import { appRoute } from './app'

export const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$tab', params: { tab: 'agency' }, replace: true })
  },
})

export const settingsTabRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/$tab',
  validateSearch: z.extend(z.extend(listingsSearch, auditSearch.shape), { member: z.catch(z.optional(z.string()), undefined) }),
  loaderDeps: ({ search: { q, status, offer } }) => ({ q, status, offer }),
  loader: ({ context: { queryClient }, params, deps }) => {
    const tab = readTab(params.tab)
    if (tab === 'assistant')
      return Promise.all([queryClient.ensureQueryData(assistantSettingsOptions()), queryClient.ensureQueryData(modelCallsOptions())])
    if (tab === 'questions') return queryClient.ensureQueryData(questionSettingsOptions())
    if (tab === 'knowledge') return queryClient.ensureQueryData(articlesOptions())
    if (tab === 'listings') return queryClient.ensureInfiniteQueryData(listingsList(deps))
    if (tab === 'team') return Promise.all([queryClient.ensureQueryData(teamOptions()), queryClient.ensureQueryData(agentSightOptions())])
    if (tab === 'hours') return queryClient.ensureQueryData(teamOptions())
    if (tab === 'scorecard')
      return Promise.all([queryClient.ensureQueryData(scorecardOptions()), queryClient.ensureQueryData(calibrationOptions())])
    // The panels of these ask for themselves.
    if (tab === 'security' || tab === 'account' || tab === 'api-keys' || tab === 'audit') return undefined
    const agency = queryClient.ensureQueryData(agencySettingsOptions())
    return tab === 'widget' ? Promise.all([agency, queryClient.ensureQueryData(widgetSettingsOptions())]) : agency
  },
}).lazy(() => import('./settings.lazy').then((page) => page.Route))
