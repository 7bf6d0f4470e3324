import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { deleteAgencyMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { Closed } from '@/api/generated/types.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { CopyText } from '@/ui/copy-text'
import { Dialog } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Panel } from '@/ui/panel'
import { dayOf } from './words'

/** The way out. Nothing happens by accident: the name is typed, the server asks for a fresh proof, and a week is left to change one's mind. */
export function DeleteAgency({ name }: { name: string }) {
  const [open, setOpen] = useState(false)
  return (
    <Panel title="Delete the agency">
      <p className="ink2">
        Closes {name} at once: nobody can sign in, the chat and your public page say that the agency can't be reached. After seven days
        every lead, message, deal and appointment is erased for good. Until then you can take it back.
      </p>
      <div>
        <Button look="danger" onClick={() => setOpen(true)}>
          Delete {name}…
        </Button>
      </div>
      {open && <Ask name={name} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function Ask({ name, onClose }: { name: string; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const close = useMutation(deleteAgencyMutation())
  if (close.data) return <Gone closed={close.data} name={name} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    close.mutate({ body: { name: typed } })
  }
  const errors = fieldErrors(close.error)
  return (
    <Dialog title={`Delete ${name}?`} role="alertdialog" onClose={onClose}>
      <form onSubmit={submit} className="delete-agency">
        <ul className="consequences">
          <li>Everybody is signed out now, you too. API keys and tokens stop.</li>
          <li>The chat on your site takes no more messages; visitors keep what they wrote.</li>
          <li>Reminders and follow-ups rest. Appointments that are booked are not cancelled: tell those people.</li>
          <li>In seven days everything is erased, copies and backups of yours aside. Nobody can bring it back then.</li>
        </ul>
        <Field
          label={`Type the agency's name: ${name}`}
          value={typed}
          autoComplete="off"
          error={errors.name}
          onChange={(event) => setTyped(event.target.value)}
        />
        {close.error && !errors.name && (
          <p className="note-line bad" role="alert">
            {sentenceFor(close.error)}
          </p>
        )}
        <div className="dialog-end">
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" type="submit" disabled={typed.trim() !== name || close.isPending}>
            Close and delete
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Gone({ closed, name }: { closed: Closed; name: string }) {
  const link = `${globalThis.location.origin}${closed.keepPath}`
  const leave = () => globalThis.location.assign('/sign-in')
  return (
    <Dialog title={`${name} is closed`} onClose={leave}>
      <div className="delete-agency">
        <p>
          Everything is erased on <b className="semi">{dayOf(closed.eraseAt)}</b>. Keep this link: with it you can take the deletion back
          until then. It is shown this once.
        </p>
        <CopyText name="the link" text={link} />
        <div className="dialog-end">
          <Button look="primary" onClick={leave}>
            I have kept the link
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
