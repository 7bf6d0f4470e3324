import { createLazyRoute } from '@tanstack/react-router'
import { CalendarPage } from '@/features/calendar/calendar-page'

export const Route = createLazyRoute('/app/calendar')({ component: CalendarPage })
