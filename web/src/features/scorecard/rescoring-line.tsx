import type { Rescoring } from '@/api/generated/types.gen'

/** How far the scoring anew has come; it goes on without anybody watching. */
export function RescoringLine({ rescoring }: { rescoring: Rescoring }) {
  const done = rescoring.total - Math.min(rescoring.left, rescoring.total)
  const finished = rescoring.finishedAt != null
  const moved = `${rescoring.moved} changed grade`
  return (
    <div className="note-line rescoring" role="status">
      <span>
        {finished
          ? `Version ${rescoring.version} has scored all ${rescoring.total.toLocaleString('en-US')} leads anew; ${moved}.`
          : `Version ${rescoring.version} is scoring your leads anew: ${done} of ${rescoring.total.toLocaleString('en-US')}, ${moved} so far.`}
      </span>
      {!finished && <progress max={rescoring.total} value={done} aria-label="Leads scored anew" />}
    </div>
  )
}
