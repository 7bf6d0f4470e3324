import { useMutation, useQueryClient } from '@tanstack/react-query'
import { endGradeOverrideMutation, leadQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import type { GradeOverride, Qualification } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { gradeWord } from '@/ui/grade'
import { TimeAgo, TimeDue } from '@/ui/time-text'

type Props = { leadId: string; given: GradeOverride; qualification: Qualification; mayEnd: boolean }

/** Who graded otherwise, why, until when; the machine's grade stays below it. */
export function GradedByHand({ leadId, given, qualification, mayEnd }: Props) {
  const queries = useQueryClient()
  const end = useMutation({
    ...endGradeOverrideMutation(),
    onSuccess: () => queries.invalidateQueries({ queryKey: leadQueryKey({ path: { id: leadId } }) }),
  })
  return (
    <section className="by-hand" aria-label="Graded by hand">
      <p>
        <b className="semi">{gradeWord(given.grade)} by hand</b>
        <span className="mute">
          , {given.by.name}, <TimeAgo at={given.at} />
          {given.until && (
            <>
              , until <TimeDue at={given.until} />
            </>
          )}
        </span>
      </p>
      <p>{given.reason}</p>
      <div className="row">
        <span className="grow xs mute">The score says {gradeWord(qualification.machineGrade)}.</span>
        {mayEnd && (
          <Button size="sm" icon="undo" disabled={end.isPending} onClick={() => end.mutate({ path: { id: leadId } })}>
            Use the score again
          </Button>
        )}
      </div>
      {end.isError && (
        <p role="alert" className="msg-bad">
          {sentenceFor(end.error)}
        </p>
      )}
    </section>
  )
}
