import { Problem, sentenceFor } from '@/lib/problem'
import { Button } from './button'

type Props = {
  save: { error: Error | null; isSuccess: boolean; isPending: boolean }
  changed: boolean
  /** The problem stands beside its field already. */
  atField: boolean
  onUndo: () => void
  onReload: () => void
}

/** The foot of a form: what became of saving, and how to go on when somebody else was quicker. */
export function SaveBar({ save, changed, atField, onUndo, onReload }: Props) {
  const stale = save.error instanceof Problem && save.error.code === 'stale-version'
  return (
    <>
      {stale ? (
        <div role="alert" className="stale">
          <span className="grow">
            <b className="semi">Somebody else changed these settings meanwhile.</b> Nothing of theirs was overwritten. Load what stands now,
            then change again.
          </span>
          <Button icon="refresh" onClick={onReload}>
            Load what stands now
          </Button>
        </div>
      ) : (
        save.error &&
        !atField && (
          <p role="alert" className="msg-bad">
            {sentenceFor(save.error)}
          </p>
        )
      )}
      <div className="row settings-save">
        <span className="grow xs mute" role="status">
          {changed ? 'Not saved yet.' : save.isSuccess ? 'Saved.' : ''}
        </span>
        <Button disabled={!changed || save.isPending} onClick={onUndo}>
          Undo changes
        </Button>
        <Button look="primary" type="submit" disabled={!changed || save.isPending || stale}>
          {save.isPending ? 'Saving' : 'Save'}
        </Button>
      </div>
    </>
  )
}
