import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deactivateMemberMutation, holdingsOptions, setRoleMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { TeamPerson } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Select } from '@/ui/field'

type Props = { person: TeamPerson; as: 'deactivated' | 'viewer'; heirs: TeamPerson[]; onClose: () => void; onDone: () => void }

/** Nobody leaves with leads in hand: what they hold goes to somebody in the same step. */
export function LeaveDialog({ person, as, heirs, onClose, onDone }: Props) {
  const [to, setTo] = useState('')
  const held = useQuery(holdingsOptions({ path: { id: person.id } }))
  const done = () => {
    onDone()
    onClose()
  }
  const deactivate = useMutation({ ...deactivateMemberMutation(), onSuccess: done })
  const demote = useMutation({ ...setRoleMutation(), onSuccess: done })
  const handOver = { to: to || null }
  const path = { id: person.id }
  const go = () =>
    as === 'viewer' ? demote.mutate({ path, body: { role: 'VIEWER', handOver } }) : deactivate.mutate({ path, body: { handOver } })
  const failure = deactivate.error ?? demote.error
  const pending = deactivate.isPending || demote.isPending
  return (
    <Dialog
      title={as === 'viewer' ? `Make ${person.name} a viewer` : `Deactivate ${person.name}`}
      onClose={onClose}
      role="alertdialog"
      sheet
    >
      <p className="mute">
        {as === 'viewer'
          ? 'A viewer looks and changes nothing, so leads can’t stay with them.'
          : 'Their sessions end at once and they can’t come back until somebody takes them back. What they did stays in the records.'}
      </p>
      {held.data && held.data.length > 0 && (
        <p>
          {person.name} holds {held.data.map((one) => `${one.count} ${one.what}`).join(', ')}.
        </p>
      )}
      {held.data?.length !== 0 && (
        <Select label="Who takes over" value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">By turn, among those who take leads</option>
          {heirs.map((heir) => (
            <option key={heir.id} value={heir.id}>
              {heir.name}
            </option>
          ))}
        </Select>
      )}
      {failure && (
        <p role="alert" className="msg-bad">
          {sentenceFor(failure)}
        </p>
      )}
      <div className="row justify-end">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="danger" disabled={pending || held.isPending} onClick={go}>
          {as === 'viewer' ? 'Make a viewer and hand over' : 'Deactivate and hand over'}
        </Button>
      </div>
    </Dialog>
  )
}
