import type { DealStep, DealView } from '@/api/generated/types.gen'
import { fullMoney } from '@/lib/money'
import { span } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Panel } from '@/ui/panel'
import { StageStepper } from '@/ui/stage-stepper'
import { TimeDue } from '@/ui/time-text'

const states = { DONE: 'done', NOW: 'now', NEXT: 'ahead', LATER: 'ahead' } as const

/** Where the deal stands, what was passed and when, what the next stage needs. */
export function DealPanel({ deal }: { deal: DealView }) {
  const now = useNow()
  const note = (step: DealStep) => {
    if (step.state === 'NOW') return `${span(now.getTime() - Date.parse(deal.stageSince))} in stage`
    if (step.override)
      return (
        <span title={step.note ?? undefined}>
          Override
          {step.at && (
            <>
              , <TimeDue at={step.at} />
            </>
          )}
        </span>
      )
    if (step.state === 'DONE' && step.at) return <TimeDue at={step.at} />
    return step.note
  }
  return (
    <Panel
      title={deal.open ? deal.pipeline.name : `${deal.pipeline.name}, closed`}
      aside={
        deal.valueMinor != null && (
          <span className="num semi text-sm text-ink">{fullMoney({ amount: deal.valueMinor, currency: deal.currency })}</span>
        )
      }
    >
      <StageStepper steps={deal.steps.map((step) => ({ key: step.key, name: step.name, state: states[step.state], note: note(step) }))} />
    </Panel>
  )
}
