import './security.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { meOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Panel } from '@/ui/panel'
import { FactorsPanel } from './factors-panel'
import { PasswordPanel } from './password-panel'
import { SessionsPanel } from './sessions-panel'

/** What one person decides about their own way in, over all their agencies. One panel per thing, each a file of its own. */
export function AccountPanel() {
  const { data: me } = useSuspenseQuery(meOptions())
  return (
    <div className="settings-form">
      <Panel title="You">
        <dl className="facts-line">
          <div>
            <dt>Name</dt>
            <dd>{me.user.name}</dd>
          </div>
          <div>
            <dt>E-mail</dt>
            <dd className="clip">{me.user.email}</dd>
          </div>
        </dl>
      </Panel>
      <FactorsPanel />
      <PasswordPanel />
      <SessionsPanel />
    </div>
  )
}
