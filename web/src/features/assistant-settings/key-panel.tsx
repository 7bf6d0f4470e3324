import type { AssistantSettings } from '@/api/generated/types.gen'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Panel } from '@/ui/panel'

type Props = {
  saved: AssistantSettings
  typed: string
  removed: boolean
  error: string | undefined
  onTyped: (key: string) => void
  onRemoved: (removed: boolean) => void
}

/** A key goes in and is never shown again. */
export function KeyPanel({ saved, typed, removed, error, onTyped, onRemoved }: Props) {
  const present = saved.keyEnd != null && !removed
  const otherwise = saved.operatorKey
    ? 'Calls are made with the key of whoever runs this installation.'
    : 'Without a key no model is called.'
  return (
    <Panel title="Key">
      <div className="row">
        <span className="grow">
          {present ? (
            <>
              Your key for {saved.providerHost} ends in <b className="semi num">{saved.keyEnd}</b>.
            </>
          ) : (
            <>
              {removed ? 'Your key is removed when you save. ' : 'No key of your own. '}
              {otherwise}
            </>
          )}
        </span>
        {saved.keyEnd != null && (
          <Button size="sm" onClick={() => onRemoved(!removed)}>
            {removed ? 'Keep it' : 'Remove the key'}
          </Button>
        )}
      </div>
      <Field
        label={present ? 'Replace it by' : `Key for ${saved.providerHost}`}
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        value={typed}
        error={error}
        hint="Kept sealed. Nobody can read it here again, only replace or remove it."
        onChange={(event) => onTyped(event.target.value.trim())}
      />
    </Panel>
  )
}
