import { createLazyRoute } from '@tanstack/react-router'
import { NewLeadDialog } from '@/features/board/new-lead-dialog'
import { LeadsPage } from '@/features/leads/leads-page'

export const Route = createLazyRoute('/app/leads')({
  component: function LeadsRoute() {
    const search = Route.useSearch()
    const navigate = Route.useNavigate()
    return (
      <LeadsPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        renderNewLead={(onClose) => <NewLeadDialog pipeline="BUYER" onClose={onClose} />}
      />
    )
  },
})
