import { Link } from '@tanstack/react-router'
import type { ScorecardMover, ScorecardPreview, ScorecardTerms } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { LeadAvatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { ErrorPanel } from '@/ui/error-panel'
import { Grade, gradeOptions } from '@/ui/grade'
import { Icon } from '@/ui/icon'
import { Panel } from '@/ui/panel'
import { usePreview } from './use-preview'

type Props = { terms: ScorecardTerms; changed: boolean; objection: string | null }

const people = (count: number) => (count === 1 ? '1 lead' : `${count.toLocaleString('en-US')} leads`)

/** What these terms would make of the agency's own leads, before anything is published. */
export function PreviewPanel({ terms, changed, objection }: Props) {
  const preview = usePreview(changed && !objection ? terms : null)
  const first = preview.data?.pages[0]
  return (
    <Panel title="Who would move">
      {!changed && (
        <Empty icon="target" title="Nobody moves yet">
          Change a weight or a rule: your own leads are tried at once, and nothing is published.
        </Empty>
      )}
      {changed && objection && (
        <p className="note-line" role="status">
          {objection} Then your leads are tried.
        </p>
      )}
      {changed && !objection && preview.isError && (
        <ErrorPanel title="Your leads were not tried" onRetry={() => void preview.refetch()}>
          {sentenceFor(preview.error)} Nothing was changed.
        </ErrorPanel>
      )}
      {changed && !objection && first && (
        <div className="grid gap-3" aria-busy={preview.isPlaceholderData}>
          <Counts preview={first} />
          <ul className="movers">
            {preview.data?.pages
              .flatMap((page) => page.movers)
              .map((mover) => (
                <Mover key={mover.leadId} mover={mover} />
              ))}
          </ul>
          {preview.hasNextPage && (
            <Button onClick={() => void preview.fetchNextPage()} disabled={preview.isFetchingNextPage}>
              Show more
            </Button>
          )}
        </div>
      )}
    </Panel>
  )
}

function Counts({ preview }: { preview: ScorecardPreview }) {
  return (
    <>
      <p role="status">
        <b className="semi">{preview.moving === 0 ? 'No lead changes grade' : `${people(preview.moving)} would change grade`}</b>
        {preview.scoreOnly > 0 && <span className="mute">; {people(preview.scoreOnly)} would keep it with another score</span>}.
        {preview.judged < preview.leads && (
          <span className="mute">
            {' '}
            Tried on the newest {preview.judged.toLocaleString('en-US')} of {people(preview.leads)}.
          </span>
        )}
      </p>
      <table className="grade-counts">
        <thead>
          <tr>
            <th scope="col">Grade</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {preview.grades.map((row) => (
            <tr key={row.grade}>
              <th scope="row">{gradeOptions.find((option) => option.value === row.grade)?.label ?? row.grade}</th>
              <td>{row.before.toLocaleString('en-US')}</td>
              <td className={row.after === row.before ? 'mute' : 'semi'}>
                {row.after.toLocaleString('en-US')}
                {row.after !== row.before && <span className="mute xs"> {signed(row.after - row.before)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const signed = (points: number) => (points > 0 ? `+${points}` : `−${Math.abs(points)}`)

function Mover({ mover }: { mover: ScorecardMover }) {
  return (
    <li>
      <LeadAvatar name={mover.name} initials={mover.initials} />
      <div className="grid">
        <span className="row">
          <Link className="semi clip" to="/leads/$leadId" params={{ leadId: mover.leadId }}>
            {mover.name}
          </Link>
          <span className="grow" />
          <Grade grade={mover.before} word />
          <Icon name="right" size="xs" />
          <span className="vh">would be</span>
          <Grade grade={mover.after} word />
        </span>
        {mover.byHand && <span className="xs mute">Graded by hand: that grade stays on show.</span>}
        {mover.why.map((reason) => (
          <span key={reason.text} className="xs mute why-line">
            <span className="grow">{reason.text}</span>
            {reason.points !== 0 && <b className="med">{signed(reason.points)}</b>}
          </span>
        ))}
      </div>
    </li>
  )
}
