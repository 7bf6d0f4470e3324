import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { finishSignInMutation, secondStepOptions } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, Problem, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { PasskeyButton } from './passkey-sign-in'

/** The first factor was right; this shows the second. */
export function SecondStep({ onIn, onRestart }: { onIn: () => void; onRestart: () => void }) {
  const { data: owed, error } = useQuery({ ...secondStepOptions(), staleTime: Number.POSITIVE_INFINITY, retry: false })
  const [code, setCode] = useState('')
  const finish = useMutation({ ...finishSignInMutation(), onSuccess: onIn })
  const failed = finish.error ?? error
  const ended = failed instanceof Problem && failed.code === 'second-step-ended'
  const errors = fieldErrors(finish.error)
  const app = owed?.anyOf.includes('TOTP')
  const codes = app || owed?.anyOf.includes('RECOVERY_CODE')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    finish.mutate({ body: { code } })
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      {!ended && owed?.anyOf.includes('PASSKEY') && <PasskeyButton onIn={onIn} look="primary" />}
      {!ended && codes && (
        <>
          <Field
            label={app ? 'Code from your app' : 'Recovery code'}
            hint={app ? 'Phone gone? Type a recovery code instead.' : undefined}
            autoComplete="one-time-code"
            autoFocus
            required
            maxLength={60}
            value={code}
            error={errors.code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button
            look={owed?.anyOf.includes('PASSKEY') ? 'default' : 'primary'}
            size="lg"
            type="submit"
            disabled={finish.isPending || !code.trim()}
          >
            {finish.isPending ? 'Signing in' : 'Sign in'}
          </Button>
        </>
      )}
      {failed && !errors.code && (
        <p role="alert" className="msg-bad">
          {sentenceFor(failed)}
        </p>
      )}
      <Button size="lg" look={ended ? 'primary' : 'ghost'} onClick={onRestart}>
        Start again
      </Button>
    </form>
  )
}
