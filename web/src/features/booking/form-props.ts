import type { AppointmentView } from '@/api/generated/types.gen'

export type FormProps = { appointment: AppointmentView; onDone: () => void; onBack: () => void }
