import type { Qualification } from '@/api/generated/types.gen'
import { Panel } from '@/ui/panel'
import { Score } from '@/ui/score'
import { TimeDue } from '@/ui/time-text'
import { useEvidence } from './evidence'

/** The number, and for each part of it the words it stands on. */
export function ScorePanel({ qualification }: { qualification: Qualification }) {
  const { reveal } = useEvidence()
  return (
    <Panel title="Score" aside={<span className="mute">Scorecard v{qualification.scorecardVersion}</span>}>
      <Score
        score={qualification.score}
        grade={qualification.grade}
        contributions={qualification.contributions.map((part) => ({
          key: part.criterion,
          label: part.label,
          points: part.points,
          max: part.outOf,
          quote: part.quote ?? null,
          note: part.reason,
          source: part.messageId && part.at && (
            <button type="button" className="link" onClick={() => reveal({ messageId: part.messageId })}>
              <TimeDue at={part.at} />
              <span className="vh">, show where {part.label} comes from</span>
            </button>
          ),
        }))}
      />
    </Panel>
  )
}
