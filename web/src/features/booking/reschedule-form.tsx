import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { rescheduleAppointmentMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { SlotView } from '@/api/generated/types.gen'
import { dueAt } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Button } from '@/ui/button'
import { FormError } from './form-error'
import type { FormProps } from './form-props'
import { NextFree } from './next-free'
import { SlotPicker } from './slot-picker'
import { nextFree } from './slot-taken'

const MINUTE = 60_000

/** Another time of the same length with the same member. */
export function RescheduleForm({ appointment, onDone, onBack }: FormProps) {
  const now = useNow()
  const [slot, setSlot] = useState<SlotView>()
  const move = useMutation({ ...rescheduleAppointmentMutation(), onSuccess: onDone })
  const minutes = (Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)) / MINUTE
  const instead = nextFree(move.error)
  const choose = (next: SlotView) => {
    setSlot(next)
    move.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (slot)
      move.mutate({
        path: { id: appointment.id },
        body: { startsAt: slot.startsAt, version: appointment.version, memberId: slot.memberId },
      })
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <SlotPicker memberId={appointment.member.id} minutes={minutes} value={slot} onChange={choose} />
      {instead ? <NextFree slots={instead} onChoose={choose} /> : <FormError error={move.error} />}
      <div className="row">
        <Button look="primary" type="submit" disabled={!slot || move.isPending}>
          {slot ? `Move to ${dueAt(new Date(slot.startsAt), now)}` : 'Choose a time'}
        </Button>
        <span className="grow" />
        <Button look="ghost" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  )
}
