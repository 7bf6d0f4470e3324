const bands = [
  { grade: 'UNQUALIFIED', color: 'var(--unq)' },
  { grade: 'NURTURE', color: 'var(--nurture)' },
  { grade: 'WARM', color: 'var(--warm)' },
  { grade: 'HOT', color: 'var(--hot)' },
] as const

/** Where each grade begins; the standard scorecard's, where none is given. */
export type Bands = { hot: number; warm: number; nurture: number }

const standard: Bands = { hot: 70, warm: 40, nurture: 20 }

type Props = { score: number; grade: string; ground?: string; begins?: Bands }

/** The rule under the number: four bands, the reached one coloured, an ink mark at the score. */
export function ScoreScale({ score, grade, ground = 'var(--surface)', begins = standard }: Props) {
  const { hot, warm, nurture } = begins
  return (
    <div
      className="scale"
      role="img"
      aria-label={`${score} of 100. Hot from ${hot}, Warm from ${warm}, Nurture from ${nurture}`}
      style={{ gridTemplateColumns: `${nurture}fr ${warm - nurture}fr ${hot - warm}fr ${100 - hot}fr` }}
    >
      {bands.map((band) => (
        <i key={band.grade} style={band.grade === grade ? { background: band.color } : undefined} />
      ))}
      <u style={{ left: `${score}%`, boxShadow: `0 0 0 2px ${ground}` }} />
    </div>
  )
}
