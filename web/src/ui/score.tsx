import type { ReactNode } from 'react'
import { Grade } from './grade'
import { type Bands, ScoreScale } from './score-scale'

export type Contribution = {
  key: string
  label: string
  points: number
  max: number
  /** Words that the points stand on, or why there are none. */
  quote: string | null
  note: string | null
  source?: ReactNode
}

type Props = { score: number; grade: string; note?: string; contributions?: Contribution[]; ground?: string; begins?: Bands }

/** Number, chip, rule and, one row per contribution, why. */
export function Score({ score, grade, note, contributions, ground, begins }: Props) {
  return (
    <>
      <div className="score-top">
        <span className="big">{score}</span>
        <span className="mute xs">of 100{note ? `, ${note}` : ''}</span>
        <span className="grow" />
        <Grade grade={{ score, grade }} word />
      </div>
      <ScoreScale score={score} grade={grade} {...(ground ? { ground } : {})} {...(begins ? { begins } : {})} />
      {contributions && (
        <ul className="why">
          {contributions.map((row) => (
            <li key={row.key}>
              <span className="med">{row.label}</span>
              <span className="pts">
                {row.points} <small>of {row.max}</small>
              </span>
              <span className="src-line">
                {row.quote ? <span className="quote clip">{row.quote}</span> : <span className="grow">{row.note ?? 'Not known yet'}</span>}
                {row.source}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
