import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { meOptions } from '@/api/generated/@tanstack/react-query.gen'
import { firstName } from '@/lib/names'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { missing } from './guards'
import type { Refusal } from './use-moves'

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Against the rule, by name and with a reason, and never quietly. */
export function OverrideDialog({ refusal, onClose, onMove }: { refusal: Refusal; onClose: () => void; onMove: (reason: string) => void }) {
  const { data: me } = useSuspenseQuery(meOptions())
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { deal, toName, guards, inMap } = refusal
  const broken = inMap
    ? `without ${missing(guards)
        .map((guard) => lowerFirst(guard.sentence))
        .join(' and ')}`
    : 'outside the pipeline’s steps'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim()) onMove(reason.trim())
  }
  return (
    <Dialog title={`Move ${firstName(deal.name)} to ${toName} ${broken}?`} onClose={onClose} sheet>
      <form className="grid gap-3" onSubmit={submit} noValidate>
        <TextArea
          label="Reason, kept in the record"
          required
          maxLength={500}
          value={reason}
          error={asked && !reason.trim() ? 'Say why, in a few words.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="xs mute">
          {me.member.name}, {me.member.role.toLowerCase()}. Shown in the timeline and in the record of moves.
        </p>
        <div className="row justify-end">
          <Button look="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit">
            Move and record
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
