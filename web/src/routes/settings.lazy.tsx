import { createLazyRoute } from '@tanstack/react-router'
import { ScorecardEditor } from '@/features/scorecard/scorecard-editor'
import { SettingsPage } from '@/features/settings/settings-page'
import { readTab } from '@/features/settings/settings-tabs'

export const Route = createLazyRoute('/app/settings/$tab')({
  component: function SettingsRoute() {
    const { tab } = Route.useParams()
    const { member } = Route.useSearch()
    const navigate = Route.useNavigate()
    return (
      <SettingsPage
        tab={readTab(tab)}
        member={member}
        scorecard={(mayChange) => <ScorecardEditor mayChange={mayChange} />}
        onTab={(next, whose) =>
          void navigate({ to: '/settings/$tab', params: { tab: next }, search: whose ? { member: whose } : {}, replace: true })
        }
      />
    )
  },
})
