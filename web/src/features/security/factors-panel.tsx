import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  beginAppMutation,
  factorsOptions,
  factorsQueryKey,
  removeAppMutation,
  removePasskeyMutation,
  renewRecoveryCodesMutation,
} from '@/api/generated/@tanstack/react-query.gen'
import type { AppSetup } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Panel } from '@/ui/panel'
import { TimeAgo } from '@/ui/time-text'
import { AddPasskey } from './add-passkey'
import { PasskeyRow } from './passkey-row'
import { RecoveryCodesDialog } from './recovery-codes'
import { SetUpApp } from './set-up-app'

type Open = { kind: 'passkey' } | { kind: 'app'; begun: AppSetup } | { kind: 'codes'; codes: string[] }

/** Passkeys, the code app and recovery codes of the person who is here. */
export function FactorsPanel() {
  const { data: factors } = useSuspenseQuery(factorsOptions())
  const queries = useQueryClient()
  const [open, setOpen] = useState<Open | null>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: factorsQueryKey() })
  const begin = useMutation({ ...beginAppMutation(), onSuccess: (begun) => setOpen({ kind: 'app', begun }) })
  const removePasskey = useMutation({ ...removePasskeyMutation(), onSuccess: refresh })
  const removeApp = useMutation({ ...removeAppMutation(), onSuccess: refresh })
  const renew = useMutation({
    ...renewRecoveryCodesMutation(),
    onSuccess: ({ codes }) => {
      setOpen({ kind: 'codes', codes })
      void refresh()
    },
  })
  const failed = begin.error ?? removePasskey.error ?? removeApp.error ?? renew.error
  const finished = (codes: string[]) => setOpen(codes.length > 0 ? { kind: 'codes', codes } : null)
  const protectedNow = factors.passkeys.length > 0 || Boolean(factors.appSince)

  return (
    <>
      {factors.recommended && (
        <Banner
          kind="info"
          icon="shield"
          title="Your account has one lock only."
          note="Owners and admins can reach every lead: add a passkey or a code app."
        />
      )}
      <Panel title="Passkeys" count={factors.passkeys.length}>
        <p className="ink2">Sign in with your fingerprint, face or device PIN. Nothing to type, nothing to phish, no second step.</p>
        {factors.passkeys.length > 0 && (
          <ul className="factor-list">
            {factors.passkeys.map((passkey) => (
              <PasskeyRow
                key={passkey.id}
                passkey={passkey}
                busy={removePasskey.isPending}
                onRemove={() => removePasskey.mutate({ path: { id: passkey.id } })}
              />
            ))}
          </ul>
        )}
        <Button icon="plus" className="w-fit" onClick={() => setOpen({ kind: 'passkey' })}>
          Add a passkey
        </Button>
      </Panel>
      <Panel title="Code app">
        {factors.appSince ? (
          <div className="factor-line">
            <span className="grow">
              On since <TimeAgo at={factors.appSince} />
            </span>
            <Button size="sm" disabled={begin.isPending} onClick={() => begin.mutate({})}>
              Set up another phone
            </Button>
            <Button size="sm" look="danger" disabled={removeApp.isPending} onClick={() => removeApp.mutate({})}>
              Remove the code app
            </Button>
          </div>
        ) : (
          <>
            <p className="ink2">After your password, type six digits that your phone shows. They change every 30 seconds.</p>
            <Button className="w-fit" disabled={begin.isPending} onClick={() => begin.mutate({})}>
              Set up a code app
            </Button>
          </>
        )}
      </Panel>
      {protectedNow && (
        <Panel title="Recovery codes" count={factors.recoveryCodesLeft}>
          <div className="factor-line">
            <span className="grow ink2">
              {factors.recoveryCodesLeft === 0
                ? 'None left. Without one, a lost phone locks you out.'
                : `${factors.recoveryCodesLeft} of 10 are unused. Each works once.`}
            </span>
            <Button size="sm" disabled={renew.isPending} onClick={() => renew.mutate({})}>
              Make new codes
            </Button>
          </div>
          <p className="xs mute">New ones end the old ones.</p>
        </Panel>
      )}
      {failed && (
        <p role="alert" className="msg-bad">
          {sentenceFor(failed)}
        </p>
      )}
      {open?.kind === 'passkey' && (
        <Dialog title="Add a passkey" onClose={() => setOpen(null)} sheet>
          <AddPasskey onAdded={finished} onCancel={() => setOpen(null)} />
        </Dialog>
      )}
      {open?.kind === 'app' && (
        <Dialog title="Set up a code app" onClose={() => setOpen(null)} sheet>
          <SetUpApp begun={open.begun} onDone={finished} onCancel={() => setOpen(null)} />
        </Dialog>
      )}
      {open?.kind === 'codes' && <RecoveryCodesDialog codes={open.codes} onClose={() => setOpen(null)} />}
    </>
  )
}
