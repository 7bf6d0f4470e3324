import type { ImportReport } from '@/api/generated/types.gen'
import { count, fullMoney } from '@/lib/money'
import { statusWords } from './listings-search'

const effects = { ADDED: 'New', CHANGED: 'Changed', UNCHANGED: 'As before' }

/** What a file does: how many homes, which first, and what is wrong with which cell. */
export function ImportPreview({ report, done }: { report: ImportReport; done: boolean }) {
  const { problems, moreProblems, sample, unusedColumns } = report
  return (
    <>
      <dl className="import-counts">
        <Count label={done ? 'Added' : 'New'} value={report.added} />
        <Count label="Changed" value={report.changed} />
        <Count label="As before" value={report.unchanged} />
        <Count label="Left out" value={report.refused} bad />
      </dl>
      {problems.length > 0 && (
        <section aria-label="What is wrong in the file">
          <h3 className="semi">What is wrong in the file</h3>
          <ul className="import-problems">
            {problems.map((problem) => (
              <li key={`${problem.row} ${problem.column} ${problem.message}`}>
                <b className="med">
                  Row {count(problem.row)}, {problem.column}
                </b>
                {problem.value && <> “{problem.value}”</>}: {problem.message}{' '}
                <span className="mute">{problem.refused ? 'The row is left out.' : 'Only this cell is left out.'}</span>
              </li>
            ))}
            {moreProblems > 0 && <li className="mute">and {count(moreProblems)} more</li>}
          </ul>
        </section>
      )}
      {!done && sample.length > 0 && (
        <section aria-label="The first homes">
          <h3 className="semi">The first homes</h3>
          <ul className="import-sample">
            {sample.map((home) => (
              <li key={home.key}>
                <span className="tag">{effects[home.effect]}</span>
                <span className="grow clip">{home.name}</span>
                <span className="num">{fullMoney({ amount: home.priceMinor, currency: home.currency })}</span>
                <span className="mute">{statusWords[home.status]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unusedColumns.length > 0 && <p className="mute xs">Columns that say nothing here: {unusedColumns.join(', ')}.</p>}
    </>
  )
}

function Count({ label, value, bad }: { label: string; value: number; bad?: boolean }) {
  return (
    <div>
      <dt className="mute xs">{label}</dt>
      <dd className={bad && value > 0 ? 'num semi msg-bad' : 'num semi'}>{count(value)}</dd>
    </div>
  )
}
