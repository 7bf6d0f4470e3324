import { createLazyRoute } from '@tanstack/react-router'
import { AppointmentDialog } from '@/features/booking/appointment-dialog'
import { BookDialog } from '@/features/booking/book-dialog'
import { CalendarPage } from '@/features/calendar/calendar-page'

export const Route = createLazyRoute('/app/calendar')({
  component: function CalendarRoute() {
    const search = Route.useSearch()
    const navigate = Route.useNavigate()
    return (
      <CalendarPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        renderBooking={(onClose) => <BookDialog onClose={onClose} />}
        renderAppointment={(appointment, onClose) => (
          <AppointmentDialog key={`${appointment.id} ${appointment.version}`} appointment={appointment} onClose={onClose} />
        )}
      />
    )
  },
})
