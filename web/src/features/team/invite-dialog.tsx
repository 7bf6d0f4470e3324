import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { inviteMutation } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { CopyText } from '@/ui/copy-text'
import { Dialog } from '@/ui/dialog'
import { Field, Select, TextArea } from '@/ui/field'
import { type Role, roleHints, roles, roleWords } from './roles'

type Props = { owner: boolean; onClose: () => void; onSent: () => void }

/** Asks somebody onto the team; where no mail leaves, the link to hand on stands here once. */
export function InviteDialog({ owner, onClose, onSent }: Props) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('AGENT')
  const [note, setNote] = useState('')
  const invite = useMutation({ ...inviteMutation(), onSuccess: onSent })
  const errors = fieldErrors(invite.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ body: { email: email.trim(), role, note: note.trim() || null } })
  }
  if (invite.isSuccess)
    return (
      <Dialog title={`${invite.data.invitation.email} is invited`} onClose={onClose} sheet>
        {invite.data.link ? (
          <>
            <p className="mute">
              No mail server is set up, so hand this link on yourself. It works once, for 7 days, and is not shown again.
            </p>
            <CopyText text={invite.data.link} name="Copy the invitation's link" />
          </>
        ) : (
          <p className="mute">The invitation is on its way by e-mail. It works once, for 7 days.</p>
        )}
        <div className="row justify-end">
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title="Invite somebody" onClose={onClose} sheet>
      <form onSubmit={submit} className="grid gap-4">
        <Field
          label="E-mail"
          type="email"
          required
          autoFocus
          value={email}
          error={errors.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Select
          label="Role"
          value={role}
          error={errors.role}
          hint={roleHints[role]}
          onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? 'AGENT')}
        >
          {roles
            .filter((one) => owner || one !== 'OWNER')
            .map((one) => (
              <option key={one} value={one}>
                {roleWords[one]}
              </option>
            ))}
        </Select>
        <TextArea
          label="A word to them (optional)"
          rows={2}
          maxLength={300}
          value={note}
          error={errors.note}
          onChange={(event) => setNote(event.target.value)}
        />
        {invite.isError && Object.keys(errors).length === 0 && (
          <p role="alert" className="msg-bad">
            {sentenceFor(invite.error)}
          </p>
        )}
        <div className="row justify-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={invite.isPending}>
            {invite.isPending ? 'Inviting' : 'Invite'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
