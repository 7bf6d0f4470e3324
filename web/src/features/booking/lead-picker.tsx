import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { leadsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Field } from '@/ui/field'
import { PersonLine } from '@/ui/person-line'

type Picked = { id: string; name: string; ownerId: string | null }
const SHOWN = 5

/** Whom the appointment is with: type a name, choose from the list. */
export function LeadPicker({ onPick }: { onPick: (lead: Picked) => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data } = useQuery({ ...leadsOptions({ query: q ? { q } : {} }), placeholderData: keepPreviousData })
  return (
    <div className="grid gap-2">
      <Field
        label="With whom"
        type="search"
        placeholder="Name, phone or e-mail"
        autoComplete="off"
        value={typed}
        aria-controls={id}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul id={id} className="lead-picks">
        {data?.items.slice(0, SHOWN).map((lead) => (
          <li key={lead.id}>
            <button type="button" onClick={() => onPick({ id: lead.id, name: lead.name, ownerId: lead.owner?.id ?? null })}>
              <PersonLine name={lead.name} grade={lead.grade} wish={lead.wish} owner={lead.owner} />
            </button>
          </li>
        ))}
        {data?.items.length === 0 && <li className="xs mute">Nobody matches.</li>}
      </ul>
    </div>
  )
}
