import type { AppointmentView } from '@/api/generated/types.gen'

export const kinds = [
  { value: 'VIEWING', label: 'Viewing' },
  { value: 'CALL', label: 'Call' },
  { value: 'CONSULT', label: 'Consult' },
] as const

export const kindWord = (kind: AppointmentView['kind']) => kinds.find((one) => one.value === kind)?.label ?? 'Appointment'
export const readKind = (value: string): AppointmentView['kind'] => kinds.find((one) => one.value === value)?.value ?? 'VIEWING'

const statuses: Record<AppointmentView['status'], string> = {
  BOOKED: 'Booked',
  COMPLETED: 'Took place',
  NO_SHOW: 'No-show',
  CANCELLED: 'Cancelled',
}

export const statusWord = ({ status, outcomeMissing }: Pick<AppointmentView, 'status' | 'outcomeMissing'>) =>
  outcomeMissing ? 'Outcome missing' : statuses[status]
