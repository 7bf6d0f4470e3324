import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { setNewPasswordMutation } from '@/api/generated/@tanstack/react-query.gen'
import { passwordHint, SHORTEST_PASSWORD } from '@/lib/password-hint'
import { fieldErrors } from '@/lib/problem'
import { Button } from '@/ui/button'
import { AccountFrame } from './account-frame'
import { goOnWithSecondFactor } from './after-proof'
import { LinkRefused } from './link-refused'
import { PasswordField } from './password-field'
import { useLinkToken } from './use-link-token'

/** A forgotten password is replaced; a refused one may be tried again, the link is used up only by one that is taken. */
export function NewPasswordPage() {
  const token = useLinkToken()
  const [password, setPassword] = useState('')
  const set = useMutation({ ...setNewPasswordMutation(), onSuccess: () => location.assign('/board'), onError: goOnWithSecondFactor })
  const errors = fieldErrors(set.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate({ body: { token, password } })
  }
  if (set.error && !errors.password) return <LinkRefused error={set.error} />
  return (
    <AccountFrame title="Choose a new password" lead="It signs you in, and ends every other session of yours.">
      <form onSubmit={submit} className="grid gap-4">
        <PasswordField
          label="New password"
          autoComplete="new-password"
          required
          minLength={SHORTEST_PASSWORD}
          value={password}
          error={errors.password}
          hint={passwordHint(password)}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button look="primary" size="lg" type="submit" disabled={set.isPending}>
          Save it and sign in
        </Button>
      </form>
    </AccountFrame>
  )
}
