import { createRoute } from '@tanstack/react-router'
import { calendarSearch } from '@/features/calendar/calendar-search'
import { isDay, today, weekQuery } from '@/features/calendar/week'
import { appRoute } from './app'

export const calendarRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/calendar',
  validateSearch: calendarSearch,
  loaderDeps: ({ search: { date } }) => ({ date: date && isDay(date) ? date : today() }),
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(weekQuery(deps.date)),
}).lazy(() => import('./calendar.lazy').then((page) => page.Route))
