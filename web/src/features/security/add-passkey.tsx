import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { addPasskeyMutation, factorsQueryKey, passkeyOptionsMutation } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { createPasskey, passkeySentence, passkeysWork } from '@/lib/webauthn'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'

/** Names the place where the passkey is kept, then lets the browser make it. */
export function AddPasskey({ onAdded, onCancel }: { onAdded: (recoveryCodes: string[]) => void; onCancel: () => void }) {
  const queries = useQueryClient()
  const [name, setName] = useState(thisDevice)
  const options = useMutation(passkeyOptionsMutation())
  const register = useMutation(addPasskeyMutation())
  const add = useMutation({
    mutationFn: async () => register.mutateAsync({ body: { name: name.trim(), ...(await createPasskey(await options.mutateAsync({}))) } }),
    onSuccess: ({ codes }) => {
      void queries.invalidateQueries({ queryKey: factorsQueryKey() })
      onAdded(codes)
    },
  })
  const errors = fieldErrors(add.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  if (!passkeysWork()) {
    return (
      <div className="grid gap-3">
        <p className="note-line">This browser knows no passkeys. Use another one, or set up a code app.</p>
        <Button onClick={onCancel} className="w-fit">
          Back
        </Button>
      </div>
    )
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field
        label="Name of the passkey"
        hint="Where it is kept, so that you know it in the list."
        required
        autoFocus
        maxLength={60}
        value={name}
        error={errors.name}
        onChange={(event) => setName(event.target.value)}
      />
      {add.isError && !errors.name && (
        <p role="alert" className="msg-bad">
          {passkeySentence(add.error) ?? sentenceFor(add.error)}
        </p>
      )}
      <div className="row">
        <span className="grow" />
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" type="submit" disabled={add.isPending || !name.trim()}>
          {add.isPending ? 'Waiting for your device' : 'Create passkey'}
        </Button>
      </div>
    </form>
  )
}

function thisDevice(): string {
  const agent = navigator.userAgent
  const device = ['iPhone', 'iPad', 'Android', 'Mac', 'Windows', 'Linux'].find((one) => agent.includes(one)) ?? 'device'
  return `This ${device === 'Android' ? 'Android phone' : device === 'device' || device.startsWith('iP') || device === 'Mac' ? device : `${device} computer`}`
}
