const bands = [
  { grade: 'UNQUALIFIED', color: 'var(--unq)' },
  { grade: 'NURTURE', color: 'var(--nurture)' },
  { grade: 'WARM', color: 'var(--warm)' },
  { grade: 'HOT', color: 'var(--hot)' },
] as const

/** The rule under the number: four bands, the reached one coloured, an ink mark at the score. */
export function ScoreScale({ score, grade, ground = 'var(--surface)' }: { score: number; grade: string; ground?: string }) {
  return (
    <div className="scale" role="img" aria-label={`${score} of 100. Hot from 70, Warm from 40, Nurture from 20`}>
      {bands.map((band) => (
        <i key={band.grade} style={band.grade === grade ? { background: band.color } : undefined} />
      ))}
      <u style={{ left: `${score}%`, boxShadow: `0 0 0 2px ${ground}` }} />
    </div>
  )
}
