import type { Kpis } from '@/api/generated/types.gen'
import { count, shortMoney } from '@/lib/money'
import { length } from './words'

/** Five figures, each with what it is made of. */
export function KeyFigures({ kpis }: { kpis: Kpis }) {
  const { wonValueMinor, wonDeals, currency, leads, appointments, assistantMedianSeconds, memberMedianSeconds } = kpis
  const figures = [
    {
      label: 'Won value',
      value: shortMoney({ amount: wonValueMinor, currency }),
      note: `${count(wonDeals)} ${wonDeals === 1 ? 'deal' : 'deals'}`,
    },
    { label: 'New leads', value: count(leads), note: 'seen for the first time' },
    {
      label: 'Lead to appointment',
      value: leads > 0 ? `${((appointments / leads) * 100).toFixed(1)}%` : 'None yet',
      note: `${count(appointments)} of ${count(leads)}`,
    },
    { label: 'First answer, assistant', value: length(assistantMedianSeconds), note: 'half are faster' },
    { label: 'First answer, person', value: length(memberMedianSeconds), note: 'half are faster' },
  ]
  return (
    <dl className="panel kpis num">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt className="xs mute">{figure.label}</dt>
          <dd>
            <b>{figure.value}</b>
            <span className="xs mute block">{figure.note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
