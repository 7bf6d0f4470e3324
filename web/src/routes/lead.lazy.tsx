import { createLazyRoute } from '@tanstack/react-router'
import { LeadPage } from '@/features/lead/lead-page'

export const Route = createLazyRoute('/app/leads/$leadId')({
  component: function LeadRoute() {
    const { leadId } = Route.useParams()
    return <LeadPage leadId={leadId} />
  },
})
