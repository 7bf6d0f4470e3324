import { useSuspenseQuery } from '@tanstack/react-query'
import { modelCallsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ModelCallView } from '@/api/generated/types.gen'
import { Empty } from '@/ui/empty'
import { Panel } from '@/ui/panel'
import { TimeAgo } from '@/ui/time-text'
import { ofMicros } from './dollars'

const purposes: Record<ModelCallView['purpose'], string> = { UNDERSTAND: 'Read', WORD: 'Worded', TEST: 'Test' }

const outcomes: Record<ModelCallView['outcome'], string> = {
  ANSWERED: 'Used',
  KEY_REFUSED: 'Key refused',
  OUT_OF_CREDIT: 'No credit left',
  MODEL_REFUSED: 'No such model',
  RATE_LIMITED: 'Too many calls',
  PROVIDER_ERROR: "Provider's error",
  BROKEN: 'Broke off',
  TIMED_OUT: 'Too late',
  UNREADABLE: 'Not readable',
  UNFIT: 'Said something else, not used',
}

const tokens = ({ promptTokens, completionTokens }: ModelCallView) =>
  promptTokens == null || completionTokens == null
    ? 'unknown'
    : `${promptTokens.toLocaleString('en-US')} + ${completionTokens.toLocaleString('en-US')}`

/** What was asked of models lately, what it cost and what became of it. */
export function LastCalls() {
  const { data: calls } = useSuspenseQuery(modelCallsOptions())
  return (
    <Panel title="Last calls" count={calls.length}>
      {calls.length === 0 ? (
        <Empty icon="bolt" title="No model was called yet">
          Each call will stand here with its cost.
        </Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
        <section className="calls-scroll" aria-label="Table of the last calls" tabIndex={0}>
          <table className="calls">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What for</th>
                <th scope="col">Model</th>
                <th scope="col" className="right">
                  Tokens
                </th>
                <th scope="col" className="right">
                  Cost
                </th>
                <th scope="col" className="right">
                  Took
                </th>
                <th scope="col">Came to</th>
              </tr>
            </thead>
            <tbody>
              {calls.map((call) => (
                <tr key={call.id}>
                  <td>
                    <TimeAgo at={call.at} />
                  </td>
                  <td title={call.prompt}>{purposes[call.purpose]}</td>
                  <td>
                    {call.model}
                    {call.provider && <span className="mute block xs">{call.provider}</span>}
                  </td>
                  <td className="right num">{tokens(call)}</td>
                  <td className="right num">{call.costMicros == null ? 'unknown' : ofMicros(call.costMicros)}</td>
                  <td className="right num">{(call.latencyMillis / 1000).toFixed(1)} s</td>
                  <td className={call.outcome === 'ANSWERED' ? undefined : 'ink2'}>{outcomes[call.outcome]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  )
}
