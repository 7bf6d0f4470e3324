import type { ScorecardChoices, ScorecardTerms, ScorecardVersion } from '@/api/generated/types.gen'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'
import { TimeAgo } from '@/ui/time-text'

type Props = { versions: ScorecardVersion[]; choices: ScorecardChoices; mayChange: boolean; onUse: (terms: ScorecardTerms) => void }

/** Every version that ever scored a lead: who, when, why. */
export function VersionsPanel({ versions, choices, mayChange, onUse }: Props) {
  const weightsOf = (terms: ScorecardTerms) =>
    terms.weights
      .filter((weight) => weight.points > 0)
      .map((weight) => `${choices.criteria.find((one) => one.key === weight.criterion)?.label ?? weight.criterion} ${weight.points}`)
      .join(', ')
  return (
    <Panel title="Versions" count={versions.length}>
      <ul className="versions">
        {versions.map((one, index) => (
          <li key={one.version}>
            <div className="grow">
              <b className="semi">Version {one.version}</b>
              <span className="mute">
                {' '}
                {index === 0 ? 'stands, ' : ''}
                {one.by ? `${one.by.name}, ` : 'the standard card, '}
                <TimeAgo at={one.at} />
              </span>
              {one.note && <p>{one.note}</p>}
              <p className="xs mute">
                {weightsOf(one.terms)}; Hot from {one.terms.hot}, Warm from {one.terms.warm}
              </p>
            </div>
            {mayChange && index > 0 && (
              <Button size="sm" icon="undo" onClick={() => onUse(one.terms)}>
                Try again<span className="vh"> version {one.version}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
