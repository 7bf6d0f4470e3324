import type { AssistantSettings } from '@/api/generated/types.gen'
import { Field } from '@/ui/field'
import { Panel } from '@/ui/panel'
import { microsOfCents, ofCents, ofMicros } from './dollars'

type Props = { saved: AssistantSettings; dollars: string; error: string | undefined; onDollars: (dollars: string) => void }

/** The hard stop, and how far off it is. */
export function BudgetPanel({ saved: { budget, spentMicros }, dollars, error, onDollars }: Props) {
  const cap = microsOfCents(budget)
  const full = spentMicros >= cap
  return (
    <Panel title="Budget">
      <Field
        label="US dollars a month"
        inputMode="decimal"
        value={dollars}
        error={error}
        hint="When it is used up, no model is called until the next month begins (UTC); the built-in engine answers."
        onChange={(event) => onDollars(event.target.value)}
      />
      <div className="spent">
        <span className="row">
          <span className="grow">
            <b className="semi num">{ofMicros(spentMicros)}</b> of {ofCents(budget)} spent this month
          </span>
          {full && <span className="msg-bad">Used up</span>}
        </span>
        <progress
          aria-label="Spent this month"
          className={full ? 'full' : undefined}
          value={Math.min(spentMicros, cap)}
          max={Math.max(cap, 1)}
        />
      </div>
    </Panel>
  )
}
