import type { AppointmentView } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { clock, longDay } from '@/lib/times'

const kinds: Record<AppointmentView['kind'], string> = { VIEWING: 'viewing', CALL: 'call', CONSULT: 'consult' }
const statuses: Record<AppointmentView['status'], string> = {
  BOOKED: 'booked',
  COMPLETED: 'took place',
  NO_SHOW: 'no-show',
  CANCELLED: 'cancelled',
}

export const kindOf = (appointment: AppointmentView) => kinds[appointment.kind]
export const statusOf = (appointment: AppointmentView) => (appointment.outcomeMissing ? 'outcome missing' : statuses[appointment.status])
export const whereOf = (appointment: AppointmentView) => appointment.listingName ?? appointment.place ?? ''

/** The look says day, length, whose and state; `nameOf` says them in words. */
export const lookOf = ({ outcomeMissing, status, member }: AppointmentView) =>
  classes(
    'evt',
    `m${member.colour}`,
    outcomeMissing && 'needs',
    status === 'COMPLETED' && 'past',
    (status === 'NO_SHOW' || status === 'CANCELLED') && 'gone',
    status === 'CANCELLED' && 'off',
  )

export function nameOf(appointment: AppointmentView) {
  const start = new Date(appointment.startsAt)
  return `${longDay(start)}, ${clock(start)} to ${clock(new Date(appointment.endsAt))}, with ${appointment.member.name}, ${statusOf(appointment)}`
}

/** `6 booked, 1 open`: how a day stands. */
export function dayLoad(appointments: AppointmentView[]) {
  const count = (holds: (appointment: AppointmentView) => boolean) => appointments.filter(holds).length
  const parts = [
    [count((one) => one.status === 'BOOKED' && !one.outcomeMissing), 'booked'],
    [count((one) => one.status === 'COMPLETED'), 'held'],
    [count((one) => one.outcomeMissing), 'open'],
    [count((one) => one.status === 'NO_SHOW'), 'no-show'],
  ] as const
  return parts.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}`] : [])).join(', ')
}
