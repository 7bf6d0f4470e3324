import { type FormEvent, useState } from 'react'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'

type Props = { version: number; busy: boolean; error: Error | null; onClose: () => void; onPublish: (note: string) => void }

/** The last look: from here on every lead is scored by this version. */
export function PublishDialog({ version, busy, error, onClose, onPublish }: Props) {
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPublish(note.trim())
  }
  return (
    <Dialog title={`Publish version ${version}?`} onClose={onClose} sheet>
      <form className="grid gap-3" onSubmit={submit}>
        <p>New facts are scored by it at once. The leads you have are scored anew in the background; older scores stay in the record.</p>
        <TextArea label="Why, for the record" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        {error && (
          <p role="alert" className="msg-bad">
            {sentenceFor(error)}
          </p>
        )}
        <div className="row justify-end">
          <Button look="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={busy}>
            {busy ? 'Publishing' : 'Publish and score anew'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
