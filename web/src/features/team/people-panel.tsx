import './team.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  meOptions,
  reactivateMemberMutation,
  resendInvitationMutation,
  setRoleMutation,
  teamMembersOptions,
  teamMembersQueryKey,
  teamQueryKey,
  withdrawInvitationMutation,
} from '@/api/generated/@tanstack/react-query.gen'
import type { TeamPerson } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { MemberAvatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { CopyText } from '@/ui/copy-text'
import { Dialog } from '@/ui/dialog'
import { Empty } from '@/ui/empty'
import { Menu } from '@/ui/menu'
import { Panel } from '@/ui/panel'
import { SkeletonLine } from '@/ui/skeleton'
import { TimeAgo, TimeDue } from '@/ui/time-text'
import { InviteDialog } from './invite-dialog'
import { LeaveDialog } from './leave-dialog'
import { type Role, roles, roleWords } from './roles'

type Leaving = { person: TeamPerson; as: 'deactivated' | 'viewer' }

/** Who may come in and as what, and who is asked to. */
export function PeoplePanel({ mayChange }: { mayChange: boolean }) {
  const queries = useQueryClient()
  const { data: me } = useQuery(meOptions())
  const team = useQuery(teamMembersOptions())
  const [inviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<Leaving>()
  const [link, setLink] = useState<string>()
  const changed = () => {
    void queries.invalidateQueries({ queryKey: teamQueryKey() })
    return queries.invalidateQueries({ queryKey: teamMembersQueryKey() })
  }
  const setRole = useMutation({ ...setRoleMutation(), onSuccess: changed })
  const back = useMutation({ ...reactivateMemberMutation(), onSuccess: changed })
  const withdraw = useMutation({ ...withdrawInvitationMutation(), onSuccess: changed })
  const again = useMutation({
    ...resendInvitationMutation(),
    onSuccess: (sent) => {
      if (sent.link) setLink(sent.link)
      return changed()
    },
  })
  const failed = [setRole, back, withdraw, again].find((one) => one.isError)?.error

  if (team.isError)
    return (
      <p className="msg-bad" role="alert">
        {sentenceFor(team.error)}{' '}
        <Button size="sm" icon="refresh" onClick={() => void team.refetch()}>
          Try now
        </Button>
      </p>
    )
  if (team.isPending)
    return (
      <div className="panel sheet" aria-hidden="true">
        <SkeletonLine width="60%" />
        <SkeletonLine width="45%" />
      </div>
    )
  const owner = me?.member.role === 'OWNER'
  const mayTouch = (person: TeamPerson) => mayChange && (owner || person.role !== 'OWNER')
  const choose = (person: TeamPerson, role: Role) => {
    if (role === person.role) return
    if (role === 'VIEWER') setLeaving({ person, as: 'viewer' })
    else setRole.mutate({ path: { id: person.id }, body: { role } })
  }
  return (
    <div className="settings-form wide">
      <Panel
        title="Roles and access"
        count={team.data.people.filter((person) => person.active).length}
        aside={
          mayChange && (
            <Button look="primary" size="sm" icon="plus" onClick={() => setInviting(true)}>
              Invite somebody
            </Button>
          )
        }
      >
        <ul className="people">
          {team.data.people.map((person) => (
            <li key={person.id} className={person.active ? undefined : 'left'}>
              <MemberAvatar {...person} size={32} />
              <span className="people-name">
                <b className="semi">{person.name}</b>
                {person.id === me?.member.id && <span className="mute"> (you)</span>}
                <span className="mute block clip">{person.email}</span>
              </span>
              {person.active && mayTouch(person) ? (
                <Menu
                  name={`Role of ${person.name}: ${roleWords[person.role]}`}
                  className="facet on"
                  label={roleWords[person.role]}
                  choices={roles
                    .filter((role) => owner || role !== 'OWNER')
                    .map((role) => ({
                      key: role,
                      label: roleWords[role],
                      checked: role === person.role,
                      onChoose: () => choose(person, role),
                    }))}
                />
              ) : (
                <span className="tag">{person.active ? roleWords[person.role] : 'Deactivated'}</span>
              )}
              <span className="mute xs">
                {person.lastSeenAt ? (
                  <>
                    Last seen: <TimeAgo at={person.lastSeenAt} />
                  </>
                ) : mayChange ? (
                  'Not seen yet'
                ) : null}
              </span>
              {mayTouch(person) && person.id !== me?.member.id ? (
                <Button
                  size="sm"
                  disabled={back.isPending}
                  onClick={() => (person.active ? setLeaving({ person, as: 'deactivated' }) : back.mutate({ path: { id: person.id } }))}
                >
                  {person.active ? 'Deactivate' : 'Take back'}
                  <span className="vh"> {person.name}</span>
                </Button>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
        {failed && (
          <p role="alert" className="msg-bad">
            {sentenceFor(failed)}
          </p>
        )}
      </Panel>
      {mayChange && (
        <Panel title="Invited" count={team.data.invitations.length}>
          {team.data.invitations.length === 0 ? (
            <Empty icon="user" title="Nobody is waiting">
              Who you invite stands here until they join.
            </Empty>
          ) : (
            <ul className="people">
              {team.data.invitations.map((invitation) => (
                <li key={invitation.id} className="invited">
                  <span className="people-name">
                    <b className="semi clip block">{invitation.email}</b>
                    <span className="mute block">
                      By {invitation.invitedBy}, <TimeAgo at={invitation.sentAt} />
                      {invitation.sends > 1 && `, sent ${invitation.sends} times`}
                    </span>
                  </span>
                  <span className="tag">{roleWords[invitation.role]}</span>
                  <span className="mute xs">
                    Until <TimeDue at={invitation.expiresAt} />
                  </span>
                  <Button size="sm" disabled={again.isPending} onClick={() => again.mutate({ path: { id: invitation.id } })}>
                    {team.data.byMail ? 'Send again' : 'New link'}
                    <span className="vh"> for {invitation.email}</span>
                  </Button>
                  <Button
                    size="sm"
                    look="ghost"
                    disabled={withdraw.isPending}
                    onClick={() => withdraw.mutate({ path: { id: invitation.id } })}
                  >
                    Withdraw<span className="vh"> the invitation of {invitation.email}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      {inviting && <InviteDialog owner={owner} onClose={() => setInviting(false)} onSent={changed} />}
      {leaving && (
        <LeaveDialog
          {...leaving}
          heirs={team.data.people.filter((one) => one.active && one.id !== leaving.person.id && one.role !== 'VIEWER')}
          onClose={() => setLeaving(undefined)}
          onDone={changed}
        />
      )}
      {link && (
        <Dialog title="Hand this link on" onClose={() => setLink(undefined)} sheet>
          <p className="mute">No mail server is set up, so it was not sent. It works once, for 7 days, and is not shown again.</p>
          <CopyText text={link} name="Copy the invitation's link" />
        </Dialog>
      )}
    </div>
  )
}
