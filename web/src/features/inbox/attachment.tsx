import * as z from 'zod/mini'
import { fullMoney } from '@/lib/money'
import { clock, dueAt } from '@/lib/times'
import { AppointmentLeaf } from '@/ui/appointment-leaf'

const attachment = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('SLOTS'),
    memberName: z.string(),
    days: z.array(z.object({ slots: z.array(z.object({ label: z.string(), start: z.string() })) })),
  }),
  z.object({
    type: z.literal('LISTINGS'),
    listings: z.array(z.object({ id: z.string(), name: z.string(), address: z.string(), priceMinor: z.number(), currency: z.string() })),
  }),
  z.object({ type: z.literal('CONSENT'), channel: z.string(), wording: z.string() }),
  z.object({ type: z.literal('BOOKED'), start: z.string(), end: z.string(), memberName: z.string(), place: z.nullish(z.string()) }),
  z.object({ type: z.literal('CHOICES'), choices: z.array(z.string()) }),
])

/** How many of the offered times are spelled out; the visitor saw them all. */
const SHOWN = 4

/** What the assistant showed along with its words, as a member needs it: the gist, not the buttons. Unknown kinds are left out. */
export function Attachment({ value }: { value: unknown }) {
  const known = attachment.safeParse(value)
  if (!known.success) return null
  const shown = known.data
  switch (shown.type) {
    case 'SLOTS': {
      const slots = shown.days.flatMap((day) => day.slots)
      return (
        <p className="shown">
          Offered {slots.length} times with {shown.memberName}:{' '}
          {slots
            .slice(0, SHOWN)
            .map((slot) => dueAt(new Date(slot.start), new Date()))
            .join(' · ')}
          {slots.length > SHOWN && ' …'}
        </p>
      )
    }
    case 'LISTINGS':
      return (
        <ul className="shown">
          {shown.listings.map((listing) => (
            <li key={listing.id}>
              {listing.name}, {listing.address}, {fullMoney({ amount: listing.priceMinor, currency: listing.currency })}
            </li>
          ))}
        </ul>
      )
    case 'CONSENT':
      return <p className="shown">Asked for consent: “{shown.wording}”</p>
    case 'BOOKED':
      return (
        <div className="appt mt-1">
          <AppointmentLeaf at={shown.start} />
          <span className="grow">
            <b className="semi">Booked with {shown.memberName}</b>
            <br />
            <span className="xs mute">
              {clock(new Date(shown.start))} to {clock(new Date(shown.end))}
              {shown.place && `, ${shown.place}`}
            </span>
          </span>
        </div>
      )
    case 'CHOICES':
      return <p className="shown">Offered: {shown.choices.join(' · ')}</p>
  }
}
