import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { addFactMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { LeadView } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, Select } from '@/ui/field'
import { readFact, typedFacts } from './typed-fact'

/** A fact that a member heard; it is kept with the member's name instead of a quote. */
export function AddFactDialog({ lead, onClose }: { lead: LeadView; onClose: () => void }) {
  const queries = useQueryClient()
  const [key, setKey] = useState(lead.stillToAsk.find((open) => typedFacts.some((fact) => fact.key === open.key))?.key ?? 'areas')
  const [text, setText] = useState('')
  const add = useMutation({
    ...addFactMutation(),
    onSuccess: () => {
      void queries.invalidateQueries()
      onClose()
    },
  })
  const chosen = typedFacts.find((fact) => fact.key === key)
  const fact = chosen && readFact(chosen, text, lead.deals[0]?.currency ?? 'USD')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fact) add.mutate({ path: { id: lead.id }, body: fact })
  }
  return (
    <Dialog title={`Add a fact about ${lead.displayName}`} sheet onClose={onClose}>
      <form onSubmit={submit} className="grid gap-3">
        <Select
          label="What you learned"
          value={key}
          onChange={(event) => {
            setKey(event.target.value)
            setText('')
          }}
        >
          {typedFacts.map((one) => (
            <option key={one.key} value={one.key}>
              {one.label}
            </option>
          ))}
        </Select>
        {chosen && <Answer fact={chosen} value={text} onChange={setText} />}
        {add.isError && (
          <p role="alert" className="msg-bad">
            {sentenceFor(add.error)}
          </p>
        )}
        <div className="row justify-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={!fact || add.isPending}>
            {add.isPending ? 'Adding' : 'Add fact'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type AnswerProps = { fact: (typeof typedFacts)[number]; value: string; onChange: (value: string) => void }

function Answer({ fact: { label, form, hint }, value, onChange }: AnswerProps) {
  const shared = { label, value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
  if (form.kind === 'choice' || form.kind === 'yes-no') {
    const options =
      form.kind === 'choice'
        ? form.options
        : [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]
    return (
      <Select {...shared}>
        <option value="">Choose</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    )
  }
  if (form.kind === 'date') return <Field {...shared} type="date" />
  if (form.kind === 'number') return <Field {...shared} type="number" min={0} max={50} />
  return <Field {...shared} hint={hint} inputMode={form.kind === 'money' ? 'decimal' : 'text'} maxLength={300} />
}
