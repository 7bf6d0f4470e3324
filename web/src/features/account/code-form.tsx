import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { exchangeCodeMutation, openLinkMutation } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { goOnWithSecondFactor } from './after-proof'

/** The mail is read on another device: its code is typed here, in the browser that asked. */
export function CodeForm({ next }: { next: string }) {
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const open = useMutation({ ...openLinkMutation(), onSuccess: () => location.assign(next), onError: goOnWithSecondFactor })
  const exchange = useMutation({
    ...exchangeCodeMutation(),
    onSuccess: ({ token, purpose }) => {
      if (purpose === 'SIGN_IN') open.mutate({ body: { token } })
      else void navigate({ to: '/new-password', hash: token })
    },
  })
  const errors = fieldErrors(exchange.error)
  const failure = exchange.error ?? open.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    exchange.mutate({ body: { code: code.trim() } })
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field
        label="Code from the e-mail"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={20}
        placeholder="K7QM-2XPD"
        className="num"
        value={code}
        error={errors.code}
        hint="If you read your e-mail on another device."
        onChange={(event) => setCode(event.target.value)}
      />
      {failure && Object.keys(errors).length === 0 && (
        <p role="alert" className="msg-bad">
          {sentenceFor(failure)}
        </p>
      )}
      <Button size="lg" type="submit" disabled={exchange.isPending || open.isPending}>
        Go on with the code
      </Button>
    </form>
  )
}
