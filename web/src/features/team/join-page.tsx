import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { acceptInvitationMutation } from '@/api/generated/@tanstack/react-query.gen'
import { lookAtInvitation } from '@/api/generated/sdk.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { SkeletonLine } from '@/ui/skeleton'
import { roleWords } from './roles'

type Frame = (props: { title: string; lead: string; children: ReactNode; foot?: ReactNode }) => ReactNode

/** What an invitation's link opens. Its secret stands behind the #, so it is sent to no server but in this page's own requests. */
export function JoinPage({ token, signedInAs, Frame }: { token: string; signedInAs: string | undefined; Frame: Frame }) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => (await lookAtInvitation({ body: { token }, throwOnError: true })).data,
    retry: false,
  })
  const accept = useMutation({ ...acceptInvitationMutation(), onSuccess: () => location.assign('/board') })
  const errors = fieldErrors(accept.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate({ body: { token, name: name.trim(), password } })
  }
  if (invitation.isPending)
    return (
      <Frame title="Your invitation" lead="One moment.">
        <SkeletonLine width="60%" />
      </Frame>
    )
  if (invitation.isError)
    return (
      <Frame title="This invitation is closed" lead={sentenceFor(invitation.error)}>
        <a className="btn" href="/sign-in">
          Go to sign-in
        </a>
      </Frame>
    )
  const { agency, email, role, invitedBy, note } = invitation.data
  const same = signedInAs === email
  return (
    <Frame
      title={`Join ${agency}`}
      lead={`${invitedBy} invites ${email} as ${roleWords[role].toLowerCase()}.`}
      foot={same ? undefined : 'You have an account with this address already? Enter its password; your name there stays.'}
    >
      {note && <blockquote className="quote">{note}</blockquote>}
      {same ? (
        <Button look="primary" size="lg" disabled={accept.isPending} onClick={() => accept.mutate({ body: { token } })}>
          Join as {email}
        </Button>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <Field
            label="Your name"
            autoComplete="name"
            required
            maxLength={120}
            value={name}
            error={errors.name}
            onChange={(event) => setName(event.target.value)}
          />
          <Field
            label="Password"
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            value={password}
            error={errors.password}
            hint="10 characters or more; several words are good."
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button look="primary" size="lg" type="submit" disabled={accept.isPending}>
            {accept.isPending ? 'Joining' : `Join ${agency}`}
          </Button>
        </form>
      )}
      {accept.isError && Object.keys(errors).length === 0 && (
        <p role="alert" className="msg-bad">
          {sentenceFor(accept.error)}
        </p>
      )}
    </Frame>
  )
}
