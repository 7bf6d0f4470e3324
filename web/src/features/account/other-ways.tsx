import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { mailSignInLinkMutation, signInOptionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'

/** A link by e-mail, where this installation sends any. */
export function OtherWays({ email, onSent }: { email: string; onSent: () => void }) {
  const mail = useMutation({ ...mailSignInLinkMutation(), onSuccess: onSent })
  const { data: ways } = useQuery(signInOptionsOptions())
  if (!ways?.mail) return null
  return (
    <>
      <p className="or-line">or</p>
      <Button
        size="lg"
        icon="mail"
        disabled={mail.isPending}
        onClick={(event) => {
          const field = event.currentTarget.closest('main')?.querySelector<HTMLInputElement>('input[type=email]')
          if (field?.reportValidity()) mail.mutate({ body: { email: email.trim() } })
        }}
      >
        E-mail me a sign-in link
      </Button>
      {mail.isError && (
        <p role="alert" className="msg-bad">
          {sentenceFor(mail.error)}
        </p>
      )}
    </>
  )
}

/** Beside the password's label; without e-mail there is no way to prove whose it was. */
export function ForgotLink() {
  const { data: ways } = useQuery(signInOptionsOptions())
  if (!ways?.mail) return null
  return (
    <Link to="/forgot" className="link">
      Forgot it
    </Link>
  )
}
