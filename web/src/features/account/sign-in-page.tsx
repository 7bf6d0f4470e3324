import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { signInMutation } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountFrame } from './account-frame'
import { PasswordField } from './password-field'

/** A full load after it starts clean, with the new member's page and boot data. */
export function SignInPage({ next }: { next: string }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({ ...signInMutation(), onSuccess: () => location.assign(next) })
  const errors = fieldErrors(signIn.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ body: { email: email.trim(), password } })
  }
  return (
    <AccountFrame title="Welcome back" lead="Sign in to your agency." foot="Your session ends after 12 hours.">
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
        <PasswordField
          autoComplete="current-password"
          required
          value={password}
          error={errors.password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {signIn.isError && Object.keys(errors).length === 0 && (
          <p role="alert" className="msg-bad">
            {sentenceFor(signIn.error)}
          </p>
        )}
        <Button look="primary" size="lg" type="submit" disabled={signIn.isPending}>
          {signIn.isPending ? 'Signing in' : 'Sign in'}
        </Button>
      </form>
      <p className="mute text-md">
        New here?{' '}
        <Link to="/sign-up" className="link">
          Set up your agency
        </Link>
        , it works in two minutes.
      </p>
    </AccountFrame>
  )
}
