import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { mailNewPasswordLinkMutation } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountFrame } from './account-frame'
import { LinkAsked } from './link-asked'

/** Asks for the link with which a forgotten password is replaced. */
export function ForgotPage() {
  const [email, setEmail] = useState('')
  const ask = useMutation(mailNewPasswordLinkMutation())
  const errors = fieldErrors(ask.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate({ body: { email: email.trim() } })
  }
  if (ask.isSuccess) return <LinkAsked email={email.trim()} what="a link for a new password" next="/board" onBack={ask.reset} />
  return (
    <AccountFrame
      title="A new password"
      lead="We e-mail you a link with which you choose one."
      foot={
        <Link to="/sign-in" className="link">
          Back to sign-in
        </Link>
      }
    >
      <form onSubmit={submit} className="grid gap-4">
        <Field
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={email}
          error={errors.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        {ask.isError && Object.keys(errors).length === 0 && (
          <p role="alert" className="msg-bad">
            {sentenceFor(ask.error)}
          </p>
        )}
        <Button look="primary" size="lg" type="submit" disabled={ask.isPending}>
          E-mail me the link
        </Button>
      </form>
    </AccountFrame>
  )
}
