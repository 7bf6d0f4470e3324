import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { makeApiKeyMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { ScopeView } from '@/api/generated/types.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { CopyText } from '@/ui/copy-text'
import { Dialog } from '@/ui/dialog'
import { Check, Field, Select } from '@/ui/field'
import { endAfter, lives } from './lives'

type Props = { scopes: ScopeView[]; onMade: () => void; onClose: () => void }

/** Name, scopes and end of a new key; then the key itself, this once. */
export function NewKeyDialog({ scopes, onMade, onClose }: Props) {
  const make = useMutation({ ...makeApiKeyMutation(), onSuccess: onMade, gcTime: 0 })
  return (
    <Dialog title={make.data ? 'Copy the key now' : 'New API key'} onClose={onClose} sheet>
      {make.data ? (
        <div className="grid gap-3">
          <p>
            It is shown this once. Doorstep keeps only a fingerprint of it; whoever has the key can use it, so keep it where secrets are
            kept.
          </p>
          <CopyText text={make.data.key} name="Copy the key" />
          <div className="row key-foot">
            <span className="grow" />
            <Button look="primary" onClick={onClose}>
              I have it
            </Button>
          </div>
        </div>
      ) : (
        <KeyForm
          scopes={scopes}
          error={make.error}
          pending={make.isPending}
          onMake={(name, chosen, expiresAt) => make.mutate({ body: { name, scopes: chosen, expiresAt } })}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

type FormProps = {
  scopes: ScopeView[]
  error: unknown
  pending: boolean
  onMake: (name: string, scopes: string[], expiresAt: string | null) => void
  onClose: () => void
}

function KeyForm({ scopes, error, pending, onMake, onClose }: FormProps) {
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [life, setLife] = useState('90')
  const errors = fieldErrors(error)
  const wrongScopes = Object.entries(errors).find(([field]) => field.startsWith('scopes'))?.[1]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onMake(name, chosen, endAfter(life, new Date()))
  }
  const toggle = (code: string, on: boolean) => setChosen(on ? [...chosen, code] : chosen.filter((other) => other !== code))
  return (
    <form onSubmit={submit}>
      <div className="grid gap-3">
        <Field
          label="What is it for"
          required
          maxLength={80}
          placeholder="Website forms"
          value={name}
          error={errors.name}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className="scope-grid">
          <legend className="semi sm">What it may do</legend>
          {scopes.map((scope) => (
            <Check
              key={scope.code}
              label={
                <>
                  {scope.meaning} <code className="xs mute">{scope.code}</code>
                </>
              }
              checked={chosen.includes(scope.code)}
              onChange={(event) => toggle(scope.code, event.target.checked)}
            />
          ))}
        </fieldset>
        {wrongScopes && (
          <p className="msg-bad" role="alert">
            {wrongScopes}
          </p>
        )}
        <Select
          label="Ends"
          value={life}
          error={errors.expiresAt}
          hint={life === 'never' ? 'A key without an end is forgotten and stays open. Prefer one that ends.' : undefined}
          onChange={(event) => setLife(event.target.value)}
        >
          {lives.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {choice.label}
            </option>
          ))}
        </Select>
        {error !== null && Object.keys(errors).length === 0 && (
          <p className="msg-bad" role="alert">
            {sentenceFor(error)}
          </p>
        )}
      </div>
      <div className="row key-foot">
        <span className="grow" />
        <Button look="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button look="primary" type="submit" disabled={pending || chosen.length === 0 || !name.trim()}>
          Make the key
        </Button>
      </div>
    </form>
  )
}
