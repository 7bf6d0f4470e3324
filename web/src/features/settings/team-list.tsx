import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { meQueryKey, setTakingLeadsMutation, teamOptions, teamQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import type { TeamMember } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { MemberAvatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Check } from '@/ui/field'
import { Panel } from '@/ui/panel'
import { hoursLine } from './shifts'

const roles: Record<TeamMember['role'], string> = { OWNER: 'Owner', ADMIN: 'Admin', AGENT: 'Agent', VIEWER: 'Viewer' }

type Props = { me: string; mayChange: boolean; onHours: (memberId: string) => void }

/** Who works here, who takes new leads, and when. */
export function TeamList({ me, mayChange, onHours }: Props) {
  const queries = useQueryClient()
  const { data: team } = useSuspenseQuery(teamOptions())
  const take = useMutation({
    ...setTakingLeadsMutation(),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: meQueryKey() })
      return queries.invalidateQueries({ queryKey: teamQueryKey() })
    },
  })
  const taking = team.filter((member) => member.takingLeads && member.role !== 'VIEWER').length
  return (
    <div className="settings-form wide">
      <Panel title="Team" count={team.length}>
        {taking === 0 && (
          <p className="note-line bad" role="alert">
            Nobody takes new leads: they will have no owner. Let at least one person take them.
          </p>
        )}
        <ul className="team">
          {team.map((member) => (
            <li key={member.id}>
              <MemberAvatar {...member} size={32} />
              <span className="team-name">
                <b className="semi">{member.name}</b>
                {member.id === me && <span className="mute"> (you)</span>}
                <span className="mute block clip">{member.email}</span>
              </span>
              <span className="tag">{roles[member.role]}</span>
              <span className="mute xs team-hours">{hoursLine(member.workingHours)}</span>
              {member.role !== 'VIEWER' ? (
                <Check
                  label={
                    <>
                      Takes leads<span className="vh">, {member.name}</span>
                    </>
                  }
                  checked={member.takingLeads}
                  disabled={take.isPending || (!mayChange && member.id !== me)}
                  onChange={(event) => take.mutate({ path: { id: member.id }, body: { takingLeads: event.target.checked } })}
                />
              ) : (
                <span />
              )}
              <Button size="sm" icon="clock" onClick={() => onHours(member.id)}>
                Hours<span className="vh"> of {member.name}</span>
              </Button>
            </li>
          ))}
        </ul>
        {take.isError && (
          <p role="alert" className="msg-bad">
            {sentenceFor(take.error)}
          </p>
        )}
      </Panel>
    </div>
  )
}
