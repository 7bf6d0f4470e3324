import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { agentSightOptions, agentSightQueryKey, setAgentSightMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { AgentSight as Sight } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Panel } from '@/ui/panel'

const ways: { leadsSeen: Sight['leadsSeen']; name: string; note: string }[] = [
  { leadsSeen: 'ALL', name: 'All leads', note: 'Everybody helps everybody: any agent can open any lead and answer it.' },
  {
    leadsSeen: 'OWN',
    name: 'Their own and unassigned leads',
    note: 'A colleague’s lead is not in any list, count or search, and its address does not open. Times that are taken stay taken.',
  },
]

/** What agents see of the agency's leads; it acts at once, also on those who are signed in. */
export function AgentSight({ mayChange }: { mayChange: boolean }) {
  const queries = useQueryClient()
  const { data: sight } = useSuspenseQuery(agentSightOptions())
  const choose = useMutation({
    ...setAgentSightMutation(),
    onSuccess: (chosen) => queries.setQueryData(agentSightQueryKey(), chosen),
  })
  const shown = choose.isPending ? choose.variables.body.leadsSeen : sight.leadsSeen
  return (
    <div className="settings-form wide agent-sight">
      <Panel title="What agents see">
        <div role="radiogroup" aria-label="What agents see" className="ways">
          {ways.map((way) => (
            <label key={way.leadsSeen} className="way">
              <input
                type="radio"
                name="agent-sight"
                checked={shown === way.leadsSeen}
                disabled={!mayChange || choose.isPending}
                onChange={() => choose.mutate({ body: { leadsSeen: way.leadsSeen } })}
              />
              <span>
                <b className="semi">{way.name}</b>
                <span className="mute block">{way.note}</span>
              </span>
            </label>
          ))}
        </div>
        <p className="mute xs">
          Owners, admins and viewers see every lead; a viewer changes nothing.
          {!mayChange && ' An owner or admin chooses this.'}
        </p>
        {choose.isError && (
          <p role="alert" className="msg-bad">
            {sentenceFor(choose.error)}
          </p>
        )}
      </Panel>
    </div>
  )
}
