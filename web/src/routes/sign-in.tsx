import { createRoute } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { factorsOptions, meOptions } from '@/api/generated/@tanstack/react-query.gen'
import { rootRoute } from './root'

/** Where to go after signing in; only places of ours, so that a crafted link cannot send a person elsewhere. */
const next = z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])/))), undefined)
const search = z.object({ next, step: z.catch(z.optional(z.literal('second')), undefined) })

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: search,
}).lazy(() => import('./sign-in.lazy').then((page) => page.Route))

export const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/link',
}).lazy(() => import('./sign-in-link.lazy').then((page) => page.Route))

export const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot',
}).lazy(() => import('./forgot.lazy').then((page) => page.Route))

export const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/new-password',
}).lazy(() => import('./new-password.lazy').then((page) => page.Route))

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
}).lazy(() => import('./sign-up.lazy').then((page) => page.Route))

/** Where an agency that asks for a second step leads those who have not shown one. */
export const secondStepRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-step',
  validateSearch: z.object({ next }),
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(meOptions()), queryClient.ensureQueryData(factorsOptions())]),
}).lazy(() => import('./second-step.lazy').then((page) => page.Route))
