const looks = [
  { look: 'booked', label: 'Booked' },
  { look: 'needs', label: 'Outcome missing' },
  { look: 'gone', label: 'No-show or cancelled' },
  { look: 'hatched', label: 'Closed hours' },
]

/** The legend: what each look of an appointment means. */
export function HowToRead() {
  return (
    <section aria-label="How to read it">
      <div className="sect mb-1.5">How to read it</div>
      <ul className="xs mute grid gap-2">
        {looks.map(({ look, label }) => (
          <li key={look} className="row">
            <span className={`key-look ${look} m1`} />
            {label}
          </li>
        ))}
      </ul>
    </section>
  )
}
