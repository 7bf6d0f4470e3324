import type { FunnelStep } from '@/api/generated/types.gen'
import { count } from '@/lib/money'
import { percent } from '@/lib/percent'
import { FigScroll } from './fig-scroll'
import { length } from './words'

/** From the first touch to won: bars from zero, hatched what was left behind. The figure is its own table. */
export function Funnel({ steps }: { steps: FunnelStep[] }) {
  const most = Math.max(1, ...steps.map((step) => step.count))
  return (
    <section className="panel fig f-a" aria-labelledby="funnel-title">
      <h2 id="funnel-title">From touch to won</h2>
      <FigScroll name="From touch to won">
        <table className="funnel">
          <caption className="vh">{reading(steps)}</caption>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <td />
              <th scope="col" className="tar">
                Count
              </th>
              <th scope="col" className="tar">
                Kept
              </th>
              <th scope="col">Drop</th>
              <th scope="col" className="tar">
                Median time
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => {
              const before = steps[index - 1]?.count ?? step.count
              return (
                <tr key={step.step}>
                  <th scope="row">{step.label}</th>
                  <td className="fb" aria-hidden="true">
                    <div className="fbar">
                      <i className="lostpart" style={{ width: `${(before / most) * 100}%` }} />
                      <i className={step.step === 'WON' ? 'won' : undefined} style={{ width: `max(${(step.count / most) * 100}%, 3px)` }} />
                    </div>
                  </td>
                  <td className="tar semi">{count(step.count)}</td>
                  <td className="tar">{step.kept != null && percent(step.kept)}</td>
                  <td className="mute xs">{step.leftText ?? (step.left > 0 && `${count(step.left)} left`)}</td>
                  <td className="tar mute">{step.medianSeconds != null && length(step.medianSeconds)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </FigScroll>
      <p className="cap xs mute">{reading(steps)}</p>
    </section>
  )
}

/** One sentence: how many of how many, and where most are left behind. */
export function reading(steps: FunnelStep[]) {
  const first = steps[0]
  const last = steps.at(-1)
  if (!first || !last) return 'Nothing came in yet.'
  const worst = steps.slice(2).reduce((a, b) => (b.left > a.left ? b : a), steps[1] ?? first)
  const tail = worst.left > 0 ? ` Most are left before ${worst.label.toLowerCase()}: ${count(worst.left)}.` : ''
  return `Of ${count(first.count)} ${first.label.toLowerCase()}, ${count(last.count)} ended in ${last.label.toLowerCase()}.${tail}`
}
