import type { ReliabilityBin } from '@/api/generated/types.gen'
import { percent } from '@/lib/percent'

const SIZE = 220
const EDGE = 34

/** Said against seen: on the diagonal the model is right. The table says the same. */
export function ReliabilityPlot({ bins }: { bins: ReliabilityBin[] }) {
  const top = Math.max(0.1, ...bins.flatMap((bin) => [bin.predicted, bin.observed]))
  const x = (share: number) => EDGE + (share / top) * (SIZE - EDGE - 8)
  const y = (share: number) => SIZE - EDGE - (share / top) * (SIZE - EDGE - 8)
  return (
    <div className="reliability">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label="Won, as estimated and as it was; the table beside it has the numbers">
        <line className="axis" x1={EDGE} y1={y(0)} x2={x(top)} y2={y(0)} />
        <line className="axis" x1={EDGE} y1={y(0)} x2={EDGE} y2={y(top)} />
        <line className="ideal" x1={x(0)} y1={y(0)} x2={x(top)} y2={y(top)} />
        <polyline className="said" points={bins.map((bin) => `${x(bin.predicted)},${y(bin.observed)}`).join(' ')} />
        {bins.map((bin) => (
          <circle key={bin.predicted} cx={x(bin.predicted)} cy={y(bin.observed)} r={4} />
        ))}
        <text x={x(top)} y={SIZE - 18} textAnchor="end">
          {percent(top)}
        </text>
        <text x={EDGE} y={SIZE - 18}>
          0
        </text>
        <text x={EDGE - 4} y={y(top) + 8} textAnchor="end">
          {percent(top)}
        </text>
        <text x={(EDGE + x(top)) / 2} y={SIZE - 4} textAnchor="middle">
          estimated
        </text>
        <text transform={`translate(10 ${(y(0) + y(top)) / 2}) rotate(-90)`} textAnchor="middle">
          won
        </text>
      </svg>
      <table className="grade-counts">
        <caption className="vh">Deals by estimated chance, from the least to the most promising</caption>
        <thead>
          <tr>
            <th scope="col">Deals</th>
            <th scope="col">Estimated</th>
            <th scope="col">Won</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.predicted}>
              <th scope="row">{bin.count}</th>
              <td>{percent(bin.predicted)}</td>
              <td>{percent(bin.observed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
