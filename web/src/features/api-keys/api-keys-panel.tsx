import './api-keys.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiKeysOptions, revokeApiKeyMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { ApiKeyView } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { Panel } from '@/ui/panel'
import { TimeAgo, TimeDue } from '@/ui/time-text'
import { NewKeyDialog } from './new-key-dialog'

const over: Record<Exclude<ApiKeyView['state'], 'IN_USE'>, string> = {
  EXPIRED: 'Expired',
  REVOKED: 'Revoked',
  MAKER_LEFT: 'Stopped: who made it left the team',
}

/** The agency's keys for other programs. The page is for owners and admins; a key is shown whole once, in the dialog that makes it. */
export function ApiKeysPanel({ mayChange }: { mayChange: boolean }) {
  return mayChange ? (
    <KeyList />
  ) : (
    <div className="settings-form">
      <Panel title="API keys">
        <p className="mute">Owners and admins see and make keys. Ask one of them.</p>
      </Panel>
    </div>
  )
}

function KeyList() {
  const queries = useQueryClient()
  const options = apiKeysOptions()
  const { data } = useSuspenseQuery(options)
  const [making, setMaking] = useState(false)
  const again = () => void queries.invalidateQueries({ queryKey: options.queryKey })
  const revoke = useMutation({ ...revokeApiKeyMutation(), onSettled: again })
  const inUse = data.items.filter((key) => key.state === 'IN_USE').length
  return (
    <div className="settings-form wide">
      <Panel
        title="API keys"
        count={inUse}
        aside={
          <Button size="sm" icon="plus" onClick={() => setMaking(true)}>
            New key
          </Button>
        }
      >
        <p className="mute sm">
          For programs that work with this agency's data. A key may do what its scopes say and never more than who made it; it stops when
          they leave the team.
        </p>
        {data.items.length === 0 ? (
          <Empty icon="link" title="No keys yet">
            Make one for each program, so that each can be ended by itself.
          </Empty>
        ) : (
          <ul className="api-keys">
            {data.items.map((key) => (
              <li key={key.id} className={key.state === 'IN_USE' ? 'api-key' : 'api-key over'}>
                <div className="api-key-top">
                  <b className="semi clip">{key.name}</b>
                  <code className="xs">{key.start}…</code>
                  {key.state !== 'IN_USE' && <span className="tag">{over[key.state]}</span>}
                </div>
                <p className="xs mute api-key-facts">
                  <span>{key.scopes.join(', ')}</span>
                  <span>
                    Made <TimeAgo at={key.createdAt} /> by {key.maker?.name ?? 'a former member'}
                    {key.expiresAt && (
                      <>
                        , {key.state === 'EXPIRED' ? 'ended' : 'ends'} <TimeDue at={key.expiresAt} />
                      </>
                    )}
                  </span>
                  <span>
                    {key.lastUsedAt ? (
                      <>
                        Last used <TimeAgo at={key.lastUsedAt} />
                        {key.lastAddress && <> from {key.lastAddress}</>}
                      </>
                    ) : (
                      'Never used'
                    )}
                  </span>
                </p>
                {key.state === 'IN_USE' && (
                  <Button
                    size="sm"
                    look="danger"
                    aria-label={`Revoke ${key.name}`}
                    disabled={revoke.isPending}
                    onClick={() => revoke.mutate({ path: { id: key.id } })}
                  >
                    Revoke
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {revoke.error && (
          <p className="msg-bad" role="alert">
            {sentenceFor(revoke.error)}
          </p>
        )}
      </Panel>
      {making && <NewKeyDialog scopes={data.scopes} onMade={again} onClose={() => setMaking(false)} />}
    </div>
  )
}
