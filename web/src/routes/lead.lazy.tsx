import { createLazyRoute } from '@tanstack/react-router'
import { useCallback } from 'react'
import { BookDialog } from '@/features/booking/book-dialog'
import { LeadPage } from '@/features/lead/lead-page'
import type { TimelineTab } from '@/features/lead/lead-search'

export const Route = createLazyRoute('/app/leads/$leadId')({
  component: function LeadRoute() {
    const { leadId } = Route.useParams()
    const { tab } = Route.useSearch()
    const navigate = Route.useNavigate()
    const onTab = useCallback(
      (next: TimelineTab) => void navigate({ search: next === 'everything' ? {} : { tab: next }, replace: true, resetScroll: false }),
      [navigate],
    )
    return (
      <LeadPage
        key={leadId}
        leadId={leadId}
        tab={tab ?? 'everything'}
        onTab={onTab}
        renderBooking={(booking) => <BookDialog {...booking} />}
      />
    )
  },
})
