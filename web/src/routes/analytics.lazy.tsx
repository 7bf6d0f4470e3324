import { createLazyRoute } from '@tanstack/react-router'
import { AnalyticsPage } from '@/features/analytics/analytics-page'

export const Route = createLazyRoute('/app/analytics')({
  component: function AnalyticsRoute() {
    const search = Route.useSearch()
    const navigate = Route.useNavigate()
    return <AnalyticsPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
  },
})
