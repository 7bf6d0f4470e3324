import type { ScorecardChoices, ScorecardTerms } from '@/api/generated/types.gen'
import { Button } from '@/ui/button'
import { Check, Field, Select } from '@/ui/field'
import { gradeOptions } from '@/ui/grade'
import { IconButton } from '@/ui/icon-button'
import { Panel } from '@/ui/panel'
import { toggled } from './terms'

type Props = { terms: ScorecardTerms; choices: ScorecardChoices; onTerms: (terms: ScorecardTerms) => void }

/** Where each grade begins, what it needs whatever the score, and what keeps it down. */
export function RulesPanel({ terms, choices, onTerms }: Props) {
  const put = (change: Partial<ScorecardTerms>) => onTerms({ ...terms, ...change })
  return (
    <>
      <Panel title="Grades">
        <div className="bands">
          {(['hot', 'warm', 'nurture'] as const).map((band) => (
            <Field
              key={band}
              label={`${band.charAt(0).toUpperCase()}${band.slice(1)} from`}
              type="number"
              inputMode="numeric"
              min={1}
              max={100}
              value={terms[band]}
              onChange={(event) => put({ [band]: Number(event.target.value) })}
            />
          ))}
        </div>
        <Needs
          legend="Hot needs, whatever the score"
          chosen={terms.hotNeeds}
          choices={choices}
          onChosen={(hotNeeds) => put({ hotNeeds })}
        />
        <Needs legend="Warm needs" chosen={terms.warmNeeds} choices={choices} onChosen={(warmNeeds) => put({ warmNeeds })} />
        <Needs legend="Counts as qualified with" chosen={terms.minimum} choices={choices} onChosen={(minimum) => put({ minimum })} />
      </Panel>
      <Caps terms={terms} choices={choices} onTerms={onTerms} />
    </>
  )
}

type Known = ScorecardTerms['hotNeeds'][number]
type NeedsProps = { legend: string; chosen: Known[]; choices: ScorecardChoices; onChosen: (chosen: Known[]) => void }

function Needs({ legend, chosen, choices, onChosen }: NeedsProps) {
  const offered = choices.known.map((one) => one.key)
  return (
    <fieldset className="needs">
      <legend>{legend}</legend>
      {choices.known.map((one) => (
        <Check
          key={one.key}
          label={<span className="first-upper">{one.label}</span>}
          checked={chosen.includes(one.key)}
          onChange={() => onChosen(toggled(offered, chosen, one.key))}
        />
      ))}
    </fieldset>
  )
}

function Caps({ terms, choices, onTerms }: Props) {
  const labelOf = (when: string) => choices.conditions.find((one) => one.key === when)?.label ?? when
  const free = choices.conditions.find((one) => !terms.caps.some((cap) => cap.when === one.key))
  const put = (caps: ScorecardTerms['caps']) => onTerms({ ...terms, caps })
  return (
    <Panel title="What keeps a grade down" count={terms.caps.length}>
      {terms.caps.length === 0 && <p className="xs mute">Nothing does. The score alone, and what a grade needs, decide.</p>}
      <ul className="caps">
        {terms.caps.map((cap) => (
          <li key={cap.when}>
            <Select
              label="At most"
              value={cap.at}
              onChange={(event) => {
                const at = lower.find((option) => option.value === event.target.value)?.value
                if (at) put(terms.caps.map((one) => (one.when === cap.when ? { ...one, at } : one)))
              }}
            >
              {lower.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
            <Select
              label="while"
              value={cap.when}
              onChange={(event) => {
                const when = choices.conditions.find((option) => option.key === event.target.value)?.key
                if (when) put(terms.caps.map((one) => (one.when === cap.when ? { ...one, when } : one)))
              }}
            >
              {choices.conditions
                .filter((option) => option.key === cap.when || !terms.caps.some((one) => one.when === option.key))
                .map((option) => (
                  <option key={option.key} value={option.key}>
                    {option.label}
                  </option>
                ))}
            </Select>
            <IconButton
              icon="x"
              size="sm"
              label={`Remove: ${labelOf(cap.when)}`}
              onClick={() => put(terms.caps.filter((one) => one.when !== cap.when))}
            />
          </li>
        ))}
      </ul>
      {free && (
        <div>
          <Button icon="plus" size="sm" onClick={() => put([...terms.caps, { when: free.key, at: 'WARM' }])}>
            Add a rule
          </Button>
        </div>
      )}
    </Panel>
  )
}

const lower = gradeOptions.filter((option) => option.value !== 'HOT')
