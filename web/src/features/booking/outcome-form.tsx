import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { recordOutcomeMutation } from '@/api/generated/@tanstack/react-query.gen'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { FormError } from './form-error'
import type { FormProps } from './form-props'

/** How it ended, in one tap; a note when there is something to say. */
export function OutcomeForm({ appointment, onDone, onBack }: FormProps) {
  const [note, setNote] = useState('')
  const record = useMutation({ ...recordOutcomeMutation(), onSuccess: onDone })
  const say = (outcome: 'COMPLETED' | 'NO_SHOW') =>
    record.mutate({ path: { id: appointment.id }, body: { outcome, note: note.trim() || null, version: appointment.version } })
  return (
    <div className="grid gap-3">
      <TextArea label="Note, if there is one" rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      <FormError error={record.error} />
      <div className="row flex-wrap">
        <Button look="primary" icon="check" disabled={record.isPending} onClick={() => say('COMPLETED')}>
          It took place
        </Button>
        <Button disabled={record.isPending} onClick={() => say('NO_SHOW')}>
          {appointment.leadName} did not come
        </Button>
        <span className="grow" />
        <Button look="ghost" onClick={onBack}>
          Back
        </Button>
      </div>
    </div>
  )
}
