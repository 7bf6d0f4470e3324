import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { meOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { LeadView, Qualification } from '@/api/generated/types.gen'
import { percent } from '@/lib/percent'
import { Button } from '@/ui/button'
import { gradeWord } from '@/ui/grade'
import { Panel } from '@/ui/panel'
import { Score } from '@/ui/score'
import { TimeDue } from '@/ui/time-text'
import { useEvidence } from './evidence'
import { GradeDialog } from './grade-dialog'
import { GradedByHand } from './graded-by-hand'

const SHOWN_RAISES = 4

type Props = { lead: LeadView; qualification: Qualification }

/** The number, for each part of it the words it stands on, what would raise it, and what a member thinks of it. */
export function ScorePanel({ lead, qualification }: Props) {
  const { data: me } = useSuspenseQuery(meOptions())
  const { reveal } = useEvidence()
  const [grading, setGrading] = useState(false)
  const mayGrade = me.member.role !== 'VIEWER'
  return (
    <Panel title="Score" aside={<span className="mute">Scorecard v{qualification.scorecardVersion}</span>}>
      {qualification.override && (
        <GradedByHand leadId={lead.id} given={qualification.override} qualification={qualification} mayEnd={mayGrade} />
      )}
      <Score
        score={qualification.score}
        grade={qualification.machineGrade}
        begins={qualification.bands}
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
      {qualification.chance && (
        <p className="xs ink2 chance">
          <b className="semi">{percent(qualification.chance.probability)} chance of a deal</b>, estimated from {qualification.chance.closed}{' '}
          closed deals of yours, {qualification.chance.won} won (Brier score {qualification.chance.brier.toFixed(3)}).
        </p>
      )}
      {qualification.limits.length > 0 && (
        <section className="block" aria-label="What holds the grade">
          <h3 className="med">Held at {gradeWord(qualification.machineGrade)}</h3>
          <ul className="block">
            {qualification.limits.map((limit) => (
              <li key={limit.reason} className="row xs">
                <span className="grow">{limit.reason}</span>
                {limit.factId && (
                  <button type="button" className="link" onClick={() => reveal({ factId: limit.factId ?? undefined })}>
                    Show where
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Raises qualification={qualification} />
      {mayGrade && !qualification.override && (
        <div>
          <Button size="sm" icon="pen" onClick={() => setGrading(true)}>
            Grade by hand
          </Button>
        </div>
      )}
      {grading && <GradeDialog lead={lead} grade={qualification.grade} onClose={() => setGrading(false)} />}
    </Panel>
  )
}

/** What to learn next, by what it would do. */
function Raises({ qualification }: { qualification: Qualification }) {
  if (qualification.raises.length === 0) return null
  return (
    <section className="block" aria-label="What would raise it">
      <h3 className="med">What would raise it</h3>
      <ul className="block">
        {qualification.raises.slice(0, SHOWN_RAISES).map((raise) => (
          <li key={raise.key} className="row xs">
            <span className="grow">{raise.label}</span>
            {raise.grade !== qualification.machineGrade && <span className="mute">to {gradeWord(raise.grade)}</span>}
            {raise.points > 0 && <b className="med">+{raise.points}</b>}
          </li>
        ))}
      </ul>
    </section>
  )
}
