import { createRoute } from '@tanstack/react-router'
import { conversationOptions, inboxOptions } from '@/api/generated/@tanstack/react-query.gen'
import { inboxQuery, inboxSearch } from '@/features/inbox/inbox-search'
import { appRoute } from './app'

export const inboxRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/inbox',
  validateSearch: inboxSearch,
  loaderDeps: ({ search }) => inboxQuery(search),
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(inboxOptions({ query: deps })),
}).lazy(() => import('./inbox.lazy').then((page) => page.Route))

export const threadRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$conversationId',
  loader: ({ context, params }) => context.queryClient.ensureQueryData(conversationOptions({ path: { id: params.conversationId } })),
})
