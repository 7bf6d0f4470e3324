import './booking.css'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AppointmentView } from '@/api/generated/types.gen'
import { timeZone, zoneShort } from '@/lib/time-zones'
import { clock, monthDay, weekday } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { AppointmentLeaf } from '@/ui/appointment-leaf'
import { MemberAvatar } from '@/ui/avatar'
import { Button, buttonClass } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Icon } from '@/ui/icon'
import { kindWord, statusWord } from './appointment-words'
import { CancelForm } from './cancel-form'
import { OutcomeForm } from './outcome-form'
import { RescheduleForm } from './reschedule-form'

type Props = { appointment: AppointmentView; onClose: () => void }
type Doing = 'outcome' | 'reschedule' | 'cancel'

const looks = { BOOKED: 'tag acc', COMPLETED: 'tag won', NO_SHOW: 'tag', CANCELLED: 'tag' } as const

/** One appointment: what it is, and what can be done about it now. */
export function AppointmentDialog({ appointment, onClose }: Props) {
  const queries = useQueryClient()
  const now = useNow()
  const { startsAt, endsAt, member, status, outcomeMissing } = appointment
  const [doing, setDoing] = useState<Doing | null>(outcomeMissing ? 'outcome' : null)
  const start = new Date(startsAt)
  const started = start <= now
  const open = status === 'BOOKED'
  const where = appointment.listingName ?? appointment.place
  const elsewhere = zoneShort(appointment.timeZone, start) !== zoneShort(timeZone(), start)
  const done = () => {
    void queries.invalidateQueries()
    onClose()
  }
  const forms = { appointment, onDone: done, onBack: () => setDoing(null) }

  return (
    <Dialog title={`${kindWord(appointment.kind)} with ${appointment.leadName}`} sheet onClose={onClose}>
      <div className="row gap-3">
        <AppointmentLeaf at={startsAt} />
        <div className="grow">
          <div className="semi num">
            {weekday(start)}, {monthDay(start)}, {clock(start)} to {clock(new Date(endsAt))}
          </div>
          {elsewhere && (
            <div className="xs mute num">
              {clock(start, appointment.timeZone)} {zoneShort(appointment.timeZone, start)} there
            </div>
          )}
          {where && <div className="ink2">{where}</div>}
        </div>
        <span className={outcomeMissing ? 'tag leak' : looks[status]}>{statusWord(appointment)}</span>
      </div>
      <div className="row">
        <MemberAvatar {...member} size={20} />
        <span className="grow">{member.name}</span>
        <Link to="/leads/$leadId" params={{ leadId: appointment.leadId }} className="link">
          Open {appointment.leadName}
        </Link>
      </div>
      {doing === 'outcome' && <OutcomeForm {...forms} />}
      {doing === 'reschedule' && <RescheduleForm {...forms} />}
      {doing === 'cancel' && <CancelForm {...forms} />}
      {doing === null && (
        <div className="row flex-wrap">
          {open && started && (
            <Button look="primary" icon="check" onClick={() => setDoing('outcome')}>
              Record outcome
            </Button>
          )}
          {open && !started && (
            <>
              <Button icon="swap" onClick={() => setDoing('reschedule')}>
                Reschedule
              </Button>
              <Button look="danger" icon="x" onClick={() => setDoing('cancel')}>
                Cancel appointment
              </Button>
            </>
          )}
          <span className="grow" />
          {status !== 'CANCELLED' && (
            <a className={buttonClass('ghost')} href={`/api/appointments/${appointment.id}/calendar.ics`} download>
              <Icon name="export" size="sm" />
              Calendar file
            </a>
          )}
        </div>
      )}
    </Dialog>
  )
}
