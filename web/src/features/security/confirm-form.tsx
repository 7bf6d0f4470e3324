import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { confirmMutation, confirmOptionsMutation, confirmWaysOptions } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { answerWithPasskey, passkeySentence } from '@/lib/webauthn'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'

type Props = { onConfirmed: () => void; onCancel?: () => void }

/** The ways in which this person can prove that it is them, the strongest first. */
export function ConfirmForm({ onConfirmed, onCancel }: Props) {
  const { data: ways } = useSuspenseQuery({ ...confirmWaysOptions(), staleTime: 0 })
  const has = (way: (typeof ways.anyOf)[number]) => ways.anyOf.includes(way)
  const byCode = has('TOTP') || has('RECOVERY_CODE')
  const [typed, setTyped] = useState('')
  const confirm = useMutation({ ...confirmMutation(), onSuccess: onConfirmed })
  const options = useMutation(confirmOptionsMutation())
  const passkey = useMutation({
    mutationFn: async () => confirm.mutateAsync({ body: { passkey: await answerWithPasskey(await options.mutateAsync({})) } }),
  })
  const failed = passkey.error ?? confirm.error
  const errors = fieldErrors(confirm.error)
  const fieldError = errors.code ?? errors.password
  const pending = confirm.isPending || passkey.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    passkey.reset()
    confirm.mutate({ body: byCode ? { code: typed } : { password: typed } })
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      {has('PASSKEY') && (
        <Button look="primary" size="lg" icon="shield" disabled={pending} onClick={() => passkey.mutate()}>
          Use a passkey
        </Button>
      )}
      {has('PASSWORD') || byCode ? (
        <Field
          label={byCode ? (has('TOTP') ? 'Code from your app, or a recovery code' : 'Or a recovery code') : 'Password'}
          type={byCode ? 'text' : 'password'}
          inputMode={has('TOTP') ? 'text' : undefined}
          autoComplete={byCode ? 'one-time-code' : 'current-password'}
          autoFocus
          required
          maxLength={200}
          value={typed}
          error={fieldError}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : (
        !has('PASSKEY') && (
          <p>
            You have no password here.{' '}
            <a className="link" href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
              Sign in again
            </a>{' '}
            the way you always do, then do this again.
          </p>
        )
      )}
      {failed && !fieldError && (
        <p role="alert" className="msg-bad">
          {passkeySentence(failed) ?? sentenceFor(failed)}
        </p>
      )}
      <div className="row">
        <span className="grow" />
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        {(has('PASSWORD') || byCode) && (
          <Button look={has('PASSKEY') ? 'default' : 'primary'} type="submit" disabled={pending || !typed.trim()}>
            {confirm.isPending ? 'Confirming' : 'Confirm'}
          </Button>
        )}
      </div>
    </form>
  )
}
