import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { analyticsRoute } from '@/routes/analytics'
import { appRoute } from '@/routes/app'
import { boardRoute } from '@/routes/board'
import { calendarRoute } from '@/routes/calendar'
import { homeRoute } from '@/routes/home'
import { inboxRoute, threadRoute } from '@/routes/inbox'
import { joinRoute } from '@/routes/join'
import { leadRoute, leadsRoute } from '@/routes/leads'
import { rootRoute } from '@/routes/root'
import { settingsRoute, settingsTabRoute } from '@/routes/settings'
import { forgotRoute, linkRoute, newPasswordRoute, secondStepRoute, signInRoute, signUpRoute } from '@/routes/sign-in'

const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  linkRoute,
  forgotRoute,
  newPasswordRoute,
  signUpRoute,
  secondStepRoute,
  joinRoute,
  appRoute.addChildren([
    boardRoute,
    inboxRoute.addChildren([threadRoute]),
    leadsRoute,
    leadRoute,
    calendarRoute,
    analyticsRoute,
    settingsRoute,
    settingsTabRoute,
  ]),
])

export const newRouter = (queryClient: QueryClient) =>
  createRouter({ routeTree, context: { queryClient }, defaultPreload: 'intent', defaultPendingMs: 200, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
