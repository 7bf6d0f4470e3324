import { createRoute } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { rootRoute } from './root'

/** Where to go after signing in; only places of ours, so that a crafted link cannot send a person elsewhere. */
const search = z.object({ next: z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])/))), undefined) })

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: search,
}).lazy(() => import('./sign-in.lazy').then((page) => page.Route))

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
}).lazy(() => import('./sign-up.lazy').then((page) => page.Route))
