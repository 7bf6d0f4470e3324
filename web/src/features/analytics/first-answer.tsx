import type { FirstAnswerBucket } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { count } from '@/lib/money'
import { percent } from '@/lib/percent'

const WIDTH = 430
const FLOOR = 152
const TOP = 24
const PROMISED = 2

/** How fast people answer, and what that does: share of leads per bucket, below it how many of those were reached. */
export function FirstAnswer({ buckets }: { buckets: FirstAnswerBucket[] }) {
  const most = Math.max(0.01, ...buckets.map((bucket) => bucket.share))
  const step = WIDTH / Math.max(1, buckets.length)
  const width = Math.min(48, step * 0.72)
  const title = 'How fast a person answers'
  return (
    <section className="panel fig f-b" aria-labelledby="answer-title">
      <div className="row">
        <h2 id="answer-title" className="grow">
          {title}
        </h2>
        <span className="xs mute">Share of leads</span>
      </div>
      <svg className="speed" viewBox={`0 0 ${WIDTH} 196`} role="img" aria-label={reading(buckets)}>
        {[0, 1, 2, 3].map((line) => {
          const y = FLOOR - (line * (FLOOR - TOP)) / 3
          return <line key={line} className="g" x1="0" x2={WIDTH} y1={y} y2={y} />
        })}
        {buckets.map((bucket, index) => {
          const x = index * step + step / 2
          const height = (bucket.share / most) * (FLOOR - TOP)
          const look = isNever(bucket) ? 'b-never' : index < PROMISED ? 'b-in' : 'b-out'
          return (
            <g key={bucket.bucket}>
              <rect className={look} x={x - width / 2} y={FLOOR - height} width={width} height={height} rx="2" />
              <text className="b-v" x={x} y={FLOOR - height - 6}>
                {percent(bucket.share)}
              </text>
              <text className="b-l" x={x} y={FLOOR + 16}>
                {bucket.label}
              </text>
              <text className="b-r" x={x} y={FLOOR + 36}>
                {percent(bucket.reachedShare)}
              </text>
            </g>
          )
        })}
      </svg>
      <p className="cap xs mute">
        <b>Bottom row: leads reached.</b> {reading(buckets)}
      </p>
      <details className="xs">
        <summary className="link">As a table</summary>
        <table className="tbl">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">First answer</th>
              <th scope="col" className="tar">
                Leads
              </th>
              <th scope="col" className="tar">
                Share
              </th>
              <th scope="col" className="tar">
                Reached
              </th>
            </tr>
          </thead>
          <tbody>
            {buckets.map((bucket) => (
              <tr key={bucket.bucket} className={classes(isNever(bucket) && 'text-leak-ink')}>
                <th scope="row">{bucket.label}</th>
                <td className="tar">{count(bucket.leads)}</td>
                <td className="tar">{percent(bucket.share)}</td>
                <td className="tar">{percent(bucket.reachedShare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

const isNever = (bucket: FirstAnswerBucket) => /never/i.test(bucket.bucket) || /never/i.test(bucket.label)

export function reading(buckets: FirstAnswerBucket[]) {
  const answered = buckets.filter((bucket) => bucket.leads > 0 && !isNever(bucket))
  const fast = answered[0]
  const slow = answered.at(-1)
  if (!fast || !slow) return 'Nobody has been answered by a person yet.'
  const first = `First answer ${fast.label}: ${percent(fast.reachedShare)} are reached`
  return fast === slow ? `${first}.` : `${first}; ${slow.label}: ${percent(slow.reachedShare)}.`
}
