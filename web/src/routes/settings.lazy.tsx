import { createLazyRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { type Panels, SettingsPage } from '@/features/settings/settings-page'
import { readTab } from '@/features/settings/settings-tabs'

const AuditPanel = lazy(() => import('@/features/audit/audit-panel').then((file) => ({ default: file.AuditPanel })))
const KnowledgePanel = lazy(() => import('@/features/knowledge/knowledge-panel').then((file) => ({ default: file.KnowledgePanel })))
const ListingsPanel = lazy(() => import('@/features/listings/listings-panel').then((file) => ({ default: file.ListingsPanel })))

const panels: Panels = {
  agency: lazy(() => import('@/features/agency-data/your-data').then((file) => ({ default: file.YourData }))),
  knowledge: KnowledgePanel,
  listings: function ListingsTab({ mayChange }) {
    const { q, status, offer } = Route.useSearch()
    const navigate = Route.useNavigate()
    return (
      <ListingsPanel mayChange={mayChange} search={{ q, status, offer }} onSearch={(search) => void navigate({ search, replace: true })} />
    )
  },
  scorecard: lazy(() => import('@/features/scorecard/scorecard-editor').then((file) => ({ default: file.ScorecardEditor }))),
  assistant: lazy(() => import('@/features/assistant-settings/assistant-panel').then((file) => ({ default: file.AssistantPanel }))),
  security: lazy(() => import('@/features/security/security-panel').then((file) => ({ default: file.SecurityPanel }))),
  'api-keys': lazy(() => import('@/features/api-keys/api-keys-panel').then((file) => ({ default: file.ApiKeysPanel }))),
  account: lazy(() => import('@/features/security/account-panel').then((file) => ({ default: file.AccountPanel }))),
  team: lazy(() => import('@/features/team/people-panel').then((file) => ({ default: file.PeoplePanel }))),
  audit: function AuditTab({ mayChange }) {
    const { who, what, from, to, address } = Route.useSearch()
    const navigate = Route.useNavigate()
    return (
      <AuditPanel
        mayChange={mayChange}
        search={{ who, what, from, to, address }}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    )
  },
  questions: lazy(() => import('@/features/questions/questions-panel').then((file) => ({ default: file.QuestionsPanel }))),
}

export const Route = createLazyRoute('/app/settings/$tab')({
  component: function SettingsRoute() {
    const { tab } = Route.useParams()
    const { member } = Route.useSearch()
    const navigate = Route.useNavigate()
    return (
      <SettingsPage
        tab={readTab(tab)}
        member={member}
        panels={panels}
        onTab={(next, whose) =>
          void navigate({ to: '/settings/$tab', params: { tab: next }, search: whose ? { member: whose } : {}, replace: true })
        }
      />
    )
  },
})
