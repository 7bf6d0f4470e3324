import { type FormEvent, useState } from 'react'
import type { NewNextAction } from '@/api/generated/types.gen'
import { dueAt } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Button } from '@/ui/button'
import { Field, Select } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { nextActionIcon } from '@/ui/next-action'
import { actionKinds, boxTime, suggestions } from './next-steps'

type Props = { name: string; busy: boolean; onChoose: (next: NewNextAction) => void; onCancel: (() => void) | undefined }

/** Three suggestions for one tap, or one's own words. */
export function NextStepForm({ name, busy, onChoose, onCancel }: Props) {
  const now = useNow()
  const likely = suggestions(name, now)
  const [own, setOwn] = useState<NewNextAction>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (own) onChoose({ ...own, title: own.title.trim() })
  }
  if (own) {
    return (
      <form onSubmit={submit} className="grid gap-2">
        <Field
          label="What to do"
          required
          maxLength={200}
          value={own.title}
          onChange={(event) => setOwn({ ...own, title: event.target.value })}
        />
        <Select
          label="Kind"
          value={own.kind}
          onChange={(event) => {
            const kind = actionKinds.find((one) => one.value === event.target.value)
            if (kind) setOwn({ ...own, kind: kind.value })
          }}
        >
          {actionKinds.map((kind) => (
            <option key={kind.value} value={kind.value}>
              {kind.label}
            </option>
          ))}
        </Select>
        <Field
          label="By when"
          type="datetime-local"
          required
          value={boxTime(own.dueAt)}
          onChange={(event) => event.target.value && setOwn({ ...own, dueAt: new Date(event.target.value).toISOString() })}
        />
        <div className="row">
          <Button look="primary" type="submit" disabled={busy || !own.title.trim()}>
            Set next action
          </Button>
          <Button look="ghost" onClick={() => setOwn(undefined)}>
            Back
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className="grid gap-1.5">
      {likely.map((next) => (
        <button key={next.kind} type="button" className="suggestion" disabled={busy} onClick={() => onChoose(next)}>
          <Icon name={nextActionIcon(next.kind)} size="sm" />
          <span className="grow clip">{next.title}</span>
          <span className="xs mute num">{dueAt(new Date(next.dueAt), now)}</span>
        </button>
      ))}
      <div className="row">
        <Button
          look="ghost"
          size="sm"
          icon="pen"
          onClick={() => setOwn({ kind: 'OTHER', title: '', dueAt: likely[0]?.dueAt ?? now.toISOString() })}
        >
          Something else
        </Button>
        {onCancel && (
          <Button look="ghost" size="sm" onClick={onCancel}>
            Not done yet
          </Button>
        )}
      </div>
    </div>
  )
}
