import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { createLeadMutation, pipelinesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, Select, TextArea } from '@/ui/field'

type Props = { onClose: () => void; onCreated: (leadId: string) => void }

/** Somebody who called or walked in. The key makes a second press of the button the same lead. */
export function NewLeadDialog({ onClose, onCreated }: Props) {
  const { data: pipelines = [] } = useQuery(pipelinesOptions())
  const [key] = useState(() => crypto.randomUUID())
  const [form, setForm] = useState({ name: '', phone: '', email: '', note: '', pipeline: 'BUYER' })
  const create = useMutation({ ...createLeadMutation(), onSuccess: ({ id }) => onCreated(id) })
  const errors = fieldErrors(create.error)
  const write = (field: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value })
  const nobody = !form.name.trim() && !form.phone.trim() && !form.email.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, phone, email, note, pipeline } = form
    create.mutate({
      headers: { 'Idempotency-Key': key },
      body: { name: name.trim() || null, phone: phone.trim() || null, email: email.trim() || null, note: note.trim() || null, pipeline },
    })
  }
  return (
    <Dialog title="Add a lead" sheet onClose={onClose}>
      <form onSubmit={submit} className="grid gap-3">
        <Field label="Name" autoComplete="off" maxLength={200} value={form.name} error={errors.name} onChange={write('name')} />
        <Field label="Phone" type="tel" autoComplete="off" value={form.phone} error={errors.phone} onChange={write('phone')} />
        <Field label="E-mail" type="email" autoComplete="off" value={form.email} error={errors.email} onChange={write('email')} />
        <Select label="Pipeline" value={form.pipeline} error={errors.pipeline} onChange={write('pipeline')}>
          {pipelines.map((pipeline) => (
            <option key={pipeline.id} value={pipeline.kind}>
              {pipeline.name}
            </option>
          ))}
        </Select>
        <TextArea
          label="What they want, in your words"
          rows={3}
          maxLength={4000}
          value={form.note}
          error={errors.note}
          onChange={write('note')}
        />
        {create.isError && Object.keys(errors).length === 0 && (
          <p role="alert" className="msg-bad">
            {sentenceFor(create.error)}
          </p>
        )}
        <div className="row">
          <span className="xs mute grow">{nobody && 'A name, a phone number or an e-mail is needed.'}</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={nobody || create.isPending}>
            {create.isPending ? 'Adding' : 'Add lead'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
