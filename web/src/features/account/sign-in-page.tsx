import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { signInMutation } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, Problem, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountFrame } from './account-frame'
import { LinkAsked } from './link-asked'
import { ForgotLink, OtherWays } from './other-ways'
import { PasskeyButton, usePasskeySuggestions } from './passkey-sign-in'
import { PasswordField } from './password-field'
import { SecondStep } from './second-step'

/** A full load after it starts clean, with the new member's page and boot data. */
export function SignInPage({ next, second }: { next: string; second: boolean }) {
  const [halfWay, setHalfWay] = useState(second)
  const goOn = () => location.assign(next)
  if (!halfWay) return <FirstStep next={next} onIn={goOn} onSecond={() => setHalfWay(true)} />
  return (
    <AccountFrame title="One more step" lead="Show that it is you, with what only you have." foot="This step ends after 5 minutes.">
      <SecondStep onIn={goOn} onRestart={() => setHalfWay(false)} />
    </AccountFrame>
  )
}

function FirstStep({ next, onIn, onSecond }: { next: string; onIn: () => void; onSecond: () => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    ...signInMutation(),
    onSuccess: onIn,
    onError: (error) => {
      if (error instanceof Problem && error.code === 'second-factor-needed') onSecond()
    },
  })
  usePasskeySuggestions(onIn)
  const [sent, setSent] = useState(false)
  const errors = fieldErrors(signIn.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ body: { email: email.trim(), password } })
  }
  if (sent) return <LinkAsked email={email.trim()} what="a link that signs you in" next={next} onBack={() => setSent(false)} />
  return (
    <AccountFrame title="Welcome back" lead="Sign in to your agency." foot="Your session ends after 12 hours.">
      <form onSubmit={submit} className="grid gap-4">
        <Field
          label="E-mail"
          type="email"
          autoComplete="username webauthn"
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
          aside={<ForgotLink />}
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
        <PasskeyButton onIn={onIn} />
      </form>
      <OtherWays email={email} onSent={() => setSent(true)} />
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
