import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { enableAppMutation, factorsQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import type { AppSetup } from '@/api/generated/types.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { QrCode } from './qr-code'

type Props = { begun: AppSetup; onDone: (recoveryCodes: string[]) => void; onCancel: () => void }

/** Scan, or type the secret; a code of the app proves that it arrived. */
export function SetUpApp({ begun, onDone, onCancel }: Props) {
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const enable = useMutation({
    ...enableAppMutation(),
    onSuccess: ({ codes }) => {
      void queries.invalidateQueries({ queryKey: factorsQueryKey() })
      onDone(codes)
    },
  })
  const errors = fieldErrors(enable.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enable.mutate({ body: { code } })
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="app-secret">
        <QrCode text={begun.uri} label="QR code for your app" />
        <div className="grid gap-2">
          <p className="ink2">Scan this with an authenticator app, such as the one of your password manager.</p>
          <p className="xs mute">No camera? Type this into the app:</p>
          <code className="secret-text">{begun.secret.replace(/(.{4})(?!$)/g, '$1 ')}</code>
        </div>
      </div>
      <Field
        label="Code that the app shows"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        autoFocus
        maxLength={12}
        value={code}
        error={errors.code}
        onChange={(event) => setCode(event.target.value)}
      />
      {enable.isError && !errors.code && (
        <p role="alert" className="msg-bad">
          {sentenceFor(enable.error)}
        </p>
      )}
      <div className="row">
        <span className="grow" />
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" type="submit" disabled={enable.isPending || !code.trim()}>
          {enable.isPending ? 'Checking' : 'Turn on'}
        </Button>
      </div>
    </form>
  )
}
