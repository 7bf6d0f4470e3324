import { useSuspenseQuery } from '@tanstack/react-query'
import { calibrationOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { Calibration } from '@/api/generated/types.gen'
import { percent } from '@/lib/percent'
import { Empty } from '@/ui/empty'
import { Panel } from '@/ui/panel'
import { ReliabilityPlot } from './reliability-plot'

/** How far the scores can be believed, by how the agency's own deals ended. */
export function CalibrationPanel() {
  const { data } = useSuspenseQuery(calibrationOptions())
  return (
    <Panel title="How it turned out" count={data.won + data.lost}>
      {data.state === 'READY' ? <Ready data={data} /> : <NotShown data={data} />}
    </Panel>
  )
}

function Ready({ data }: { data: Calibration }) {
  const average = data.won / (data.won + data.lost)
  return (
    <>
      <p>
        Learnt from {data.won + data.lost} closed deals of yours, {data.won} won. Each was judged by a model that had not seen it: Brier
        score <b className="semi">{data.brier?.toFixed(4)}</b>, against {data.baseBrier?.toFixed(4)} for saying {percent(average)} to
        everyone; lower is better.
      </p>
      <ReliabilityPlot bins={data.reliability} />
      <p className="xs mute">Only the five criteria go in. No other agency’s deals are looked at.</p>
    </>
  )
}

function NotShown({ data }: { data: Calibration }) {
  if (data.state === 'NO_BETTER')
    return (
      <Empty icon="chart" title="The score does not tell deals apart yet">
        On {data.won + data.lost} closed deals it was no better than the average, so no chance is shown. Try other weights, or let more
        facts be asked.
      </Empty>
    )
  if (data.at == null)
    return (
      <Empty icon="chart" title="Nothing estimated yet">
        The first estimate follows within a minute after a deal is won or lost.
      </Empty>
    )
  return (
    <Empty icon="chart" title="Too few outcomes for an estimate">
      It needs {data.leastClosed} closed deals, {data.leastEach} won and {data.leastEach} lost at least. You have {data.won} won and{' '}
      {data.lost} lost.
    </Empty>
  )
}
