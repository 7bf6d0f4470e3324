import { createRoute } from '@tanstack/react-router'
import { meOptions } from '@/api/generated/@tanstack/react-query.gen'
import { AppFrame } from '@/app/app-frame'
import { rootRoute } from './root'

/** Everything behind the sign-in: who is here is known before anything is drawn. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  loader: ({ context }) => context.queryClient.ensureQueryData(meOptions()),
  component: AppFrame,
})
