import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { endMyOtherSessionsMutation, endMySessionMutation, mySessionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { SessionView } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'
import { TimeAgo, TimeDue } from '@/ui/time-text'

const proofs: Record<SessionView['proof'][number], string> = {
  PASSWORD: 'password',
  EMAIL_LINK: 'e-mail link',
  PASSKEY: 'passkey',
  TOTP: 'code',
  RECOVERY_CODE: 'recovery code',
  OIDC: 'single sign-on',
}

const provedBy = (session: SessionView) => session.proof.map((proof) => proofs[proof]).join(' and ')

/** Where this person is signed in, over all agencies; a stranger there is put out in one press. */
export function SessionsPanel() {
  const queries = useQueryClient()
  const options = mySessionsOptions()
  const { data } = useSuspenseQuery(options)
  const again = { onSettled: () => queries.invalidateQueries({ queryKey: options.queryKey }) }
  const end = useMutation({ ...endMySessionMutation(), ...again })
  const endOthers = useMutation({ ...endMyOtherSessionsMutation(), ...again })
  const error = end.error ?? endOthers.error
  const others = data.items.filter((session) => !session.current)
  return (
    <Panel
      title="Where you are signed in"
      count={data.items.length}
      aside={
        others.length > 0 && (
          <Button size="sm" disabled={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            End all others
          </Button>
        )
      }
    >
      <ul className="sessions">
        {data.items.map((session) => (
          <li key={session.id} className="session">
            <div className="session-what">
              <b className="semi clip">{session.device}</b>
              {session.current && <span className="tag">This one</span>}
              {session.kind === 'API_CLIENT' && <span className="tag">API client</span>}
            </div>
            <p className="xs mute session-facts">
              <span>
                {session.agency}
                {session.address && <>, from {session.address}</>}
              </span>
              <span>
                Started <TimeAgo at={session.startedAt} />, by {provedBy(session)}
              </span>
              <span>
                Last seen <TimeAgo at={session.lastSeenAt} />, ends <TimeDue at={session.endsAt} />
              </span>
            </p>
            {!session.current && (
              <Button
                size="sm"
                aria-label={`End ${session.device}`}
                disabled={end.isPending}
                onClick={() => end.mutate({ path: { id: session.id } })}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error && (
        <p className="msg-bad" role="alert">
          {sentenceFor(error)}
        </p>
      )}
    </Panel>
  )
}
