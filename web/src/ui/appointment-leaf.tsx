/** The calendar leaf: weekday over day, in the viewer's zone. */
export function AppointmentLeaf({ at }: { at: string }) {
  const when = new Date(at)
  return (
    <span className="cal-leaf" aria-hidden="true">
      <i>{when.toLocaleDateString('en-US', { weekday: 'short' }).toUpperCase()}</i>
      <b>{when.getDate()}</b>
    </span>
  )
}
