import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { cancelAppointmentMutation } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors } from '@/lib/problem'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { FormError } from './form-error'
import type { FormProps } from './form-props'

/** Calling off needs a reason: it stands in the lead's timeline. */
export function CancelForm({ appointment, onDone, onBack }: FormProps) {
  const [reason, setReason] = useState('')
  const cancel = useMutation({ ...cancelAppointmentMutation(), onSuccess: onDone })
  const errors = fieldErrors(cancel.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    cancel.mutate({ path: { id: appointment.id }, body: { reason: reason.trim(), version: appointment.version } })
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <TextArea
        label="Why it is called off"
        required
        rows={2}
        maxLength={500}
        value={reason}
        error={errors.reason}
        hint={`It stands in the timeline of ${appointment.leadName}.`}
        onChange={(event) => setReason(event.target.value)}
      />
      {!errors.reason && <FormError error={cancel.error} />}
      <div className="row">
        <Button look="danger" icon="x" type="submit" disabled={!reason.trim() || cancel.isPending}>
          Cancel the appointment
        </Button>
        <span className="grow" />
        <Button look="ghost" onClick={onBack}>
          Keep it
        </Button>
      </div>
    </form>
  )
}
