import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { factorsQueryKey, renamePasskeyMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { Passkey } from '@/api/generated/types.gen'
import { fieldErrors } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { TimeAgo } from '@/ui/time-text'

/** One passkey: its name, when it was last used, and what can be done with it. */
export function PasskeyRow({ passkey, busy, onRemove }: { passkey: Passkey; busy: boolean; onRemove: () => void }) {
  const [name, setName] = useState<string | null>(null)
  const queries = useQueryClient()
  const rename = useMutation({
    ...renamePasskeyMutation(),
    onSuccess: () => {
      setName(null)
      return queries.invalidateQueries({ queryKey: factorsQueryKey() })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name !== null) rename.mutate({ path: { id: passkey.id }, body: { name: name.trim() } })
  }
  if (name !== null) {
    return (
      <li>
        <form onSubmit={submit} className="factor-rename">
          <Field
            label={`New name of ${passkey.name}`}
            autoFocus
            required
            maxLength={60}
            value={name}
            error={fieldErrors(rename.error).name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button onClick={() => setName(null)}>Cancel</Button>
          <Button look="primary" type="submit" disabled={rename.isPending || !name.trim()}>
            Save name
          </Button>
        </form>
      </li>
    )
  }
  return (
    <li className="factor-line">
      <Icon name="shield" />
      <span className="grow">
        <b className="semi block clip">{passkey.name}</b>
        <span className="mute xs">
          {passkey.lastUsedAt ? (
            <>
              Last used <TimeAgo at={passkey.lastUsedAt} />
            </>
          ) : (
            'Not used yet'
          )}
          {passkey.synced ? ', on all your devices' : ', on this device only'}
        </span>
      </span>
      <Button size="sm" onClick={() => setName(passkey.name)}>
        Rename<span className="vh"> {passkey.name}</span>
      </Button>
      <Button size="sm" look="danger" disabled={busy} onClick={onRemove}>
        Remove<span className="vh"> {passkey.name}</span>
      </Button>
    </li>
  )
}
