import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { createLeadMutation, pipelinesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, Select, TextArea } from '@/ui/field'
import { boardSearch } from './board-search'

const empty = { name: '', phone: '', email: '', note: '' }

/** A lead that came by phone or in person. One key per form: sending it twice makes one lead. */
export function NewLeadDialog({ pipeline, onClose }: { pipeline: string; onClose: () => void }) {
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const [values, setValues] = useState({ ...empty, pipeline })
  const { data: pipelines = [] } = useQuery(pipelinesOptions())
  const create = useMutation({
    ...createLeadMutation(),
    onSuccess: ({ id }) => void navigate({ to: '/leads/$leadId', params: { leadId: id } }),
  })
  const errors = fieldErrors(create.error)
  const bind = (field: keyof typeof values) => ({
    value: values[field],
    error: errors[field],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
    create.mutate({
      headers: { 'Idempotency-Key': key.current },
      body: { ...given, pipeline: boardSearch.parse({ pipeline: values.pipeline }).pipeline ?? 'BUYER' },
    })
  }
  return (
    <Dialog title="New lead" onClose={onClose} sheet>
      <form className="grid gap-3" onSubmit={submit}>
        <Field label="Name" autoComplete="off" maxLength={200} {...bind('name')} />
        <Field label="Phone" type="tel" autoComplete="off" {...bind('phone')} />
        <Field label="E-mail" type="email" autoComplete="off" {...bind('email')} />
        <Select label="Pipeline" {...bind('pipeline')}>
          {pipelines.map(({ kind, name }) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </Select>
        <TextArea label="What they want" maxLength={2000} {...bind('note')} />
        {create.isError && Object.keys(errors).length === 0 && (
          <p className="msg-bad" role="alert">
            {sentenceFor(create.error)}
          </p>
        )}
        <div className="row justify-end">
          <Button look="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={create.isPending || !(values.name || values.phone || values.email).trim()}>
            Add lead
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
