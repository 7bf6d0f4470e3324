import { createRoute, redirect } from '@tanstack/react-router'
import * as z from 'zod/mini'
import {
  agencySettingsOptions,
  assistantSettingsOptions,
  calibrationOptions,
  modelCallsOptions,
  questionSettingsOptions,
  scorecardOptions,
  teamOptions,
  widgetSettingsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
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
  validateSearch: z.object({ member: z.catch(z.optional(z.string()), undefined) }),
  loader: ({ context: { queryClient }, params }) => {
    const tab = readTab(params.tab)
    if (tab === 'assistant')
      return Promise.all([queryClient.ensureQueryData(assistantSettingsOptions()), queryClient.ensureQueryData(modelCallsOptions())])
    if (tab === 'questions') return queryClient.ensureQueryData(questionSettingsOptions())
    if (tab === 'team' || tab === 'hours') return queryClient.ensureQueryData(teamOptions())
    if (tab === 'scorecard')
      return Promise.all([queryClient.ensureQueryData(scorecardOptions()), queryClient.ensureQueryData(calibrationOptions())])
    const agency = queryClient.ensureQueryData(agencySettingsOptions())
    return tab === 'widget' ? Promise.all([agency, queryClient.ensureQueryData(widgetSettingsOptions())]) : agency
  },
}).lazy(() => import('./settings.lazy').then((page) => page.Route))
