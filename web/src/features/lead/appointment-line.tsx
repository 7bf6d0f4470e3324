import type { AppointmentView } from '@/api/generated/types.gen'
import { firstName } from '@/lib/names'
import { clock, dueAt } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { AppointmentLeaf } from '@/ui/appointment-leaf'

const changes: Record<string, string> = {
  BOOKED: 'Booked',
  RESCHEDULED: 'Moved',
  CANCELLED: 'Cancelled',
  COMPLETED: 'Took place',
  NO_SHOW: 'No-show',
}
const kinds: Record<AppointmentView['kind'], string> = { VIEWING: 'viewing', CALL: 'call', CONSULT: 'consult' }

/** The leaf, what and where, when and with whom. */
export function AppointmentLine({ appointment, change }: { appointment: AppointmentView; change: string }) {
  const now = useNow()
  const { startsAt, endsAt, kind, listingName, place, member, outcomeMissing } = appointment
  const where = listingName ?? place
  return (
    <div className="appt">
      <AppointmentLeaf at={startsAt} />
      <span className="grow">
        <b className="semi">
          {changes[change] ?? 'Appointment'}: {kinds[kind]}
          {where && `, ${where}`}
        </b>
        <span className="xs mute block">
          {dueAt(new Date(startsAt), now)} to {clock(new Date(endsAt))} with {firstName(member.name)}
        </span>
      </span>
      {outcomeMissing && <span className="tag leak">Outcome missing</span>}
    </div>
  )
}
