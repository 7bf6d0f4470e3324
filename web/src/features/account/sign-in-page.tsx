import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { signInMutation } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'

/** A plain first version; a full load after it starts clean, with the new member's page and boot data. */
export function SignInPage({ next }: { next: string }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({ ...signInMutation(), onSuccess: () => location.assign(next) })
  const errors = fieldErrors(signIn.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ body: { email, password } })
  }
  return (
    <main className="alone">
      <form onSubmit={submit} className="grid w-90 max-w-full gap-4">
        <h1>Sign in</h1>
        <Field
          label="E-mail"
          type="email"
          autoComplete="username"
          value={email}
          error={errors.email}
          onChange={(e) => setEmail(e.target.value)}
        />
        <Field
          label="Password"
          type="password"
          autoComplete="current-password"
          value={password}
          error={errors.password}
          onChange={(e) => setPassword(e.target.value)}
        />
        {signIn.isError && Object.keys(errors).length === 0 && (
          <p role="alert" className="msg-bad">
            {sentenceFor(signIn.error)}
          </p>
        )}
        <Button look="primary" size="lg" type="submit" disabled={signIn.isPending}>
          Sign in
        </Button>
      </form>
    </main>
  )
}
