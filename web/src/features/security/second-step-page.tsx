import './security.css'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { beginAppMutation, factorsOptions, meOptions, signOutMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { AppSetup } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Icon } from '@/ui/icon'
import { AddPasskey } from './add-passkey'
import { ConfirmForm } from './confirm-form'
import { RecoveryCodes } from './recovery-codes'
import { SetUpApp } from './set-up-app'

type At = { step: 'choose' } | { step: 'passkey' } | { step: 'app'; begun: AppSetup } | { step: 'codes'; codes: string[] }

/** Before anything else: the agency asks for a second step. Who has one shows it, who has none sets it up here. */
export function SecondStepPage({ next }: { next: string }) {
  const { data: me } = useSuspenseQuery(meOptions())
  const { data: factors } = useSuspenseQuery({ ...factorsOptions(), staleTime: Number.POSITIVE_INFINITY })
  const [at, setAt] = useState<At>({ step: 'choose' })
  const begin = useMutation({ ...beginAppMutation(), onSuccess: (begun) => setAt({ step: 'app', begun }) })
  const signOut = useMutation({ ...signOutMutation(), onSuccess: () => location.assign('/sign-in') })
  const goOn = () => location.assign(next)
  const finished = (codes: string[]) => (codes.length > 0 ? setAt({ step: 'codes', codes }) : goOn())
  const back = () => setAt({ step: 'choose' })
  const hasOne = factors.passkeys.length > 0 || Boolean(factors.appSince)

  return (
    <main className="owed">
      <section className="panel sheet" aria-labelledby="owed-title">
        <span className="crest">
          <Icon name="shield" />
        </span>
        <h1 id="owed-title">{title(at, hasOne)}</h1>
        {at.step === 'choose' &&
          (hasOne ? (
            <>
              <p className="ink2">{me.agency.name} asks for a second step. This session has not shown yours yet.</p>
              <ConfirmForm onConfirmed={goOn} />
            </>
          ) : (
            <>
              <p className="ink2">
                {me.agency.name} asks its members for a second step at sign-in. It takes a minute. Nothing you did is lost.
              </p>
              <button type="button" className="owed-choice" onClick={() => setAt({ step: 'passkey' })}>
                <Icon name="shield" />
                <span className="grow">
                  <b className="semi block">Passkey</b>
                  <span className="mute xs">Fingerprint, face or device PIN. The quickest and the safest.</span>
                </span>
                <Icon name="right" size="sm" />
              </button>
              <button type="button" className="owed-choice" disabled={begin.isPending} onClick={() => begin.mutate({})}>
                <Icon name="phone" />
                <span className="grow">
                  <b className="semi block">Code app</b>
                  <span className="mute xs">Six digits from an app on your phone, after your password.</span>
                </span>
                <Icon name="right" size="sm" />
              </button>
            </>
          ))}
        {at.step === 'passkey' && <AddPasskey onAdded={finished} onCancel={back} />}
        {at.step === 'app' && <SetUpApp begun={at.begun} onDone={finished} onCancel={back} />}
        {at.step === 'codes' && <RecoveryCodes codes={at.codes} onDone={goOn} done="Go on" />}
        {begin.isError && (
          <p role="alert" className="msg-bad">
            {sentenceFor(begin.error)}
          </p>
        )}
        {at.step === 'choose' && (
          <p className="mute xs">
            Not now?{' '}
            <button type="button" className="link" onClick={() => signOut.mutate({})}>
              Sign out
            </button>
          </p>
        )}
      </section>
    </main>
  )
}

function title(at: At, hasOne: boolean): string {
  switch (at.step) {
    case 'choose':
      return hasOne ? 'Show your second step' : 'Set up your second step'
    case 'passkey':
      return 'Add a passkey'
    case 'app':
      return 'Set up a code app'
    case 'codes':
      return 'Your recovery codes'
  }
}
