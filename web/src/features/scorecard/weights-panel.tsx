import { useId } from 'react'
import type { ScorecardChoices, ScorecardTerms } from '@/api/generated/types.gen'
import { Panel } from '@/ui/panel'
import { sumOf, withWeight } from './terms'

type Props = { terms: ScorecardTerms; was: ScorecardTerms; choices: ScorecardChoices; onTerms: (terms: ScorecardTerms) => void }

/** How much each thing counts; a hundred points to give. */
export function WeightsPanel({ terms, was, choices, onTerms }: Props) {
  const sum = sumOf(terms)
  return (
    <Panel title="Weights" aside={<span className={sum === 100 ? 'mute' : 'msg-bad'}>{sum} of 100</span>}>
      <ul className="weights">
        {terms.weights.map((weight) => (
          <WeightRow
            key={weight.criterion}
            label={choices.criteria.find((one) => one.key === weight.criterion)?.label ?? weight.criterion}
            points={weight.points}
            was={was.weights.find((one) => one.criterion === weight.criterion)?.points ?? 0}
            onPoints={(points) => onTerms(withWeight(terms, weight.criterion, points))}
          />
        ))}
      </ul>
      <p className="xs mute">
        Renters and sellers are not asked for financing: for them its weight goes to the others. Names, languages, areas and what a home
        must have never count.
      </p>
    </Panel>
  )
}

type RowProps = { label: string; points: number; was: number; onPoints: (points: number) => void }

function WeightRow({ label, points, was, onPoints }: RowProps) {
  const id = useId()
  return (
    <li>
      <label htmlFor={id}>{label}</label>
      <input
        type="range"
        min={0}
        max={100}
        value={points}
        aria-label={`${label}, slide`}
        onChange={(event) => onPoints(Number(event.target.value))}
      />
      <input
        id={id}
        className="input"
        type="number"
        inputMode="numeric"
        min={0}
        max={100}
        value={points}
        onChange={(event) => onPoints(Number(event.target.value))}
      />
      <span className="xs mute was">{points === was ? '' : `was ${was}`}</span>
    </li>
  )
}
