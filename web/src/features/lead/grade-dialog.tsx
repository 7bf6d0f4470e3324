import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { leadQueryKey, overrideGradeMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { LeadView, Qualification } from '@/api/generated/types.gen'
import { firstName } from '@/lib/names'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, Select, TextArea } from '@/ui/field'
import { gradeOptions } from '@/ui/grade'

type Props = { lead: LeadView; grade: Qualification['grade']; onClose: () => void }

/** A person knows better, says why, and for how long. */
export function GradeDialog({ lead, grade, onClose }: Props) {
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(grade)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [asked, setAsked] = useState(false)
  const give = useMutation({
    ...overrideGradeMutation(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: leadQueryKey({ path: { id: lead.id } }) })
      onClose()
    },
  })
  const errors = fieldErrors(give.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!reason.trim()) return
    const end = until ? { until: new Date(`${until}T23:59:59`).toISOString() } : {}
    give.mutate({ path: { id: lead.id }, body: { grade: chosen, reason: reason.trim(), ...end } })
  }
  return (
    <Dialog title={`Grade ${firstName(lead.displayName)} by hand`} onClose={onClose} sheet>
      <form className="grid gap-3" onSubmit={submit} noValidate>
        <Select
          label="Grade"
          value={chosen}
          onChange={(event) => setChosen(gradeOptions.find((option) => option.value === event.target.value)?.value ?? chosen)}
        >
          {gradeOptions.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
        <TextArea
          label="Reason, kept in the record"
          required
          maxLength={500}
          value={reason}
          error={asked && !reason.trim() ? 'Say why, in a few words.' : errors.reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Field
          label="Until, if it ends"
          type="date"
          value={until}
          error={errors.until}
          onChange={(event) => setUntil(event.target.value)}
        />
        {give.isError && Object.keys(errors).length === 0 && (
          <p role="alert" className="msg-bad">
            {sentenceFor(give.error)}
          </p>
        )}
        <p className="xs mute">The score and its reasons stay beside it, and go on changing with what is said.</p>
        <div className="row justify-end">
          <Button look="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={give.isPending}>
            {give.isPending ? 'Grading' : 'Grade by hand'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
