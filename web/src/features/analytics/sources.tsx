import { Link } from '@tanstack/react-router'
import type { SourceRow } from '@/api/generated/types.gen'
import { count, shortMoney } from '@/lib/money'
import { percent } from '@/lib/percent'
import { Icon } from '@/ui/icon'
import { sourceIcon, sourceKey, sourceLabel } from '@/ui/source'
import { FigScroll } from './fig-scroll'

/** Where leads come from and what becomes of them; a count leads to the people behind it. */
export function Sources({ rows, currency }: { rows: SourceRow[]; currency: string }) {
  return (
    <section className="panel fig f-d" aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      <FigScroll name="Sources">
        <table className="tbl">
          <caption className="vh">{reading(rows)}</caption>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col" className="tar">
                Leads
              </th>
              <th scope="col">12 weeks</th>
              <th scope="col">Reached</th>
              <th scope="col" className="tar">
                Booked
              </th>
              <th scope="col" className="tar">
                Won
              </th>
              <th scope="col" className="tar">
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.source}>
                <th scope="row">
                  <span className="row">
                    <Icon name={sourceIcon(row.source)} size="sm" />
                    {sourceLabel(row.source)}
                  </span>
                </th>
                <td className="tar">
                  <Link
                    to="/leads"
                    search={{ source: sourceKey(row.source) }}
                    className="link"
                    aria-label={`${count(row.leads)} leads from ${sourceLabel(row.source)}`}
                  >
                    {count(row.leads)}
                  </Link>
                </td>
                <td>
                  <Spark weeks={row.weeks} />
                </td>
                <td className="barcell">
                  <span className="row">
                    <span className="bar grow" aria-hidden="true">
                      <i style={{ width: `${row.reachedShare * 100}%` }} />
                    </span>
                    <span className="w32">{percent(row.reachedShare)}</span>
                  </span>
                </td>
                <td className="tar">{count(row.booked)}</td>
                <td className="tar">{count(row.won)}</td>
                <td className="tar semi">{shortMoney({ amount: row.valueMinor, currency })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </FigScroll>
      <p className="cap xs mute">{reading(rows)}</p>
    </section>
  )
}

const TALLEST = 18

/** Twelve weeks as bars, each row on its own scale, the last week in the accent. */
function Spark({ weeks }: { weeks: number[] }) {
  const most = Math.max(1, ...weeks)
  return (
    <span className="spark" role="img" aria-label={`Leads a week, oldest first: ${weeks.join(', ')}`}>
      {weeks.map((leads, week) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a week is known by its place
        <i key={week} style={{ height: `${(leads / most) * TALLEST}px` }} />
      ))}
    </span>
  )
}

export function reading(rows: SourceRow[]) {
  const best = rows.filter((row) => row.leads > 0).toSorted((a, b) => b.reachedShare - a.reachedShare)[0]
  const biggest = rows.toSorted((a, b) => b.leads - a.leads)[0]
  if (!best || !biggest) return 'No source has brought a lead in these days.'
  const reached = `${sourceLabel(best.source)} is reached best, ${percent(best.reachedShare)}`
  return best === biggest
    ? `${reached}, and brings most leads.`
    : `Most leads come by ${sourceLabel(biggest.source).toLowerCase()}; ${reached}.`
}
