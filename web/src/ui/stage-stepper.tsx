import type { ReactNode } from 'react'
import { Icon } from './icon'

export type Step = { key: string; name: string; state: 'done' | 'now' | 'ahead'; note?: ReactNode }

const SHOWN_AHEAD = 2

/** The way of a deal: what was passed and when, where it stands, what the next stage needs; the rest is folded into a count. */
export function StageStepper({ steps }: { steps: Step[] }) {
  const ahead = steps.filter((step) => step.state === 'ahead')
  const folded = ahead.length > SHOWN_AHEAD + 1 ? ahead.slice(SHOWN_AHEAD) : []
  const last = folded[folded.length - 1]
  return (
    <ol className="steps">
      {steps
        .filter((step) => !folded.includes(step))
        .map((step) => (
          <li key={step.key} className={step.state === 'ahead' ? '' : step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            <span className="st">{step.state === 'done' && <Icon name="check" />}</span>
            {step.name}
            <span className="note">{step.note}</span>
          </li>
        ))}
      {last && (
        <li>
          <span className="st" />
          {folded.length} more to {last.name}
        </li>
      )}
    </ol>
  )
}
