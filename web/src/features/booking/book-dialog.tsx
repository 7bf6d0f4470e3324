import './booking.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { bookAppointmentMutation, slotsQueryKey, teamOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { AppointmentView, SlotView } from '@/api/generated/types.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { dueAt } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, Select } from '@/ui/field'
import { kinds, readKind } from './appointment-words'
import { LeadPicker } from './lead-picker'
import { NextFree } from './next-free'
import { SlotPicker } from './slot-picker'
import { nextFree } from './slot-taken'

type Props = {
  leadId?: string | undefined
  leadName?: string | undefined
  dealId?: string | null
  memberId?: string | null
  onClose: () => void
}

const lengths = [15, 30, 45, 60, 90]

/** Books a time with a lead; without a lead it first asks with whom. */
export function BookDialog({ leadId, leadName, dealId, memberId, onClose }: Props) {
  const [lead, setLead] = useState(leadId ? { id: leadId, name: leadName ?? '', ownerId: memberId ?? null } : undefined)
  return (
    <Dialog title={lead ? `Book a time with ${lead.name}` : 'Book a time'} sheet onClose={onClose}>
      {lead ? (
        <BookForm leadId={lead.id} dealId={dealId ?? null} owner={lead.ownerId} onClose={onClose} />
      ) : (
        <LeadPicker onPick={setLead} />
      )}
    </Dialog>
  )
}

type FormProps = { leadId: string; dealId: string | null; owner: string | null; onClose: () => void }

function BookForm({ leadId, dealId, owner, onClose }: FormProps) {
  const queries = useQueryClient()
  const now = useNow()
  const { data: team = [] } = useQuery(teamOptions())
  const [kind, setKind] = useState<AppointmentView['kind']>('VIEWING')
  const [minutes, setMinutes] = useState(30)
  const [member, setMember] = useState(owner ?? '')
  const [place, setPlace] = useState('')
  const [slot, setSlot] = useState<SlotView>()
  const book = useMutation({
    ...bookAppointmentMutation(),
    onSuccess: () => {
      void queries.invalidateQueries()
      onClose()
    },
    onError: () => void queries.invalidateQueries({ queryKey: [{ _id: slotsQueryKey()[0]._id }] }),
  })
  const errors = fieldErrors(book.error)
  const instead = nextFree(book.error)
  const choose = (next: SlotView | undefined) => {
    setSlot(next)
    book.reset()
  }
  const who = team.find((one) => one.id === slot?.memberId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!slot) return
    const { memberId, startsAt } = slot
    book.mutate({ body: { leadId, dealId, memberId, startsAt, minutes, kind, place: place.trim() || null } })
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="book-what">
        <Select label="What" value={kind} onChange={(event) => setKind(readKind(event.target.value))}>
          {kinds.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </Select>
        <Select
          label="How long"
          value={minutes}
          onChange={(event) => {
            setMinutes(Number(event.target.value))
            choose(undefined)
          }}
        >
          {lengths.map((length) => (
            <option key={length} value={length}>
              {length} min
            </option>
          ))}
        </Select>
        <Select
          label="Who goes"
          value={member}
          onChange={(event) => {
            setMember(event.target.value)
            choose(undefined)
          }}
        >
          <option value="">Anyone free</option>
          {team.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      </div>
      <SlotPicker memberId={member || undefined} minutes={minutes} value={slot} onChange={choose} />
      {kind !== 'CALL' && (
        <Field
          label="Where"
          placeholder="Address or office"
          maxLength={300}
          value={place}
          error={errors.place}
          onChange={(event) => setPlace(event.target.value)}
        />
      )}
      {instead ? (
        <NextFree slots={instead} onChoose={choose} />
      ) : (
        book.isError && (
          <p role="alert" className="msg-bad">
            {sentenceFor(book.error)}
          </p>
        )
      )}
      <div className="row">
        <span className="grow xs ink2" role="status">
          {slot ? `${dueAt(new Date(slot.startsAt), now)}${who ? ` with ${who.name}` : ''}` : 'Choose a time.'}
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" icon="cal" disabled={!slot || book.isPending}>
          {book.isPending ? 'Booking' : 'Book'}
        </Button>
      </div>
    </form>
  )
}
