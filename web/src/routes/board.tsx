import { createRoute } from '@tanstack/react-router'
import { boardOptions } from '@/api/generated/@tanstack/react-query.gen'
import { boardQuery, boardSearch } from '@/features/board/board-search'
import { appRoute } from './app'

export const boardRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/board',
  validateSearch: boardSearch,
  loaderDeps: ({ search }) => boardQuery(search),
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(boardOptions({ query: deps })),
}).lazy(() => import('./board.lazy').then((page) => page.Route))
