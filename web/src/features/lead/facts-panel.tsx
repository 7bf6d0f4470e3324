import { useState } from 'react'
import type { FactView, LeadView } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { Icon } from '@/ui/icon'
import { Panel } from '@/ui/panel'
import { TimeDue } from '@/ui/time-text'
import { AddFactDialog } from './add-fact-dialog'
import { useEvidence } from './evidence'

/** Under this the lead did not say it in so many words. */
const SURE = 0.6

/** What is known, each with the way to its words; what was known before; what is still to ask. */
export function FactsPanel({ lead }: { lead: LeadView }) {
  const [adding, setAdding] = useState(false)
  const current = lead.facts.filter((fact) => fact.status === 'CURRENT')
  const before = lead.facts.filter((fact) => fact.status === 'SUPERSEDED')
  return (
    <Panel
      title="Facts"
      count={current.length}
      aside={
        <button type="button" className="link" onClick={() => setAdding(true)}>
          Add <span className="vh">a fact by hand</span>
        </button>
      }
    >
      <ul className="factlist">
        {current.map((fact) => (
          <Fact key={fact.id} fact={fact} was={before.find((old) => old.key === fact.key)} />
        ))}
        {lead.stillToAsk.map((open) => (
          <li key={open.key}>
            <span className="k">{open.label}</span>
            <span className="mute">Not asked yet</span>
            <span />
          </li>
        ))}
      </ul>
      {before.length > 0 && (
        <details className="xs">
          <summary className="link">
            {before.length} earlier {before.length === 1 ? 'answer' : 'answers'}
          </summary>
          <ul className="factlist mt-1">
            {before.map((fact) => (
              <Fact key={fact.id} fact={fact} />
            ))}
          </ul>
        </details>
      )}
      {adding && <AddFactDialog lead={lead} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function Fact({ fact, was }: { fact: FactView; was?: FactView | undefined }) {
  const { pointed, point, reveal } = useEvidence()
  const old = fact.status === 'SUPERSEDED'
  const show = () => point(fact.id)
  const hide = () => point(null)
  return (
    <li id={`fact-${fact.id}`} className={classes(pointed === fact.id && 'lit')} onMouseEnter={show} onMouseLeave={hide}>
      <span className="k">{fact.label}</span>
      <span className={classes('med', old && 'struck')} title={fact.quote ? `“${fact.quote}”` : undefined}>
        {fact.display}
        {was && !old && <span className="mute"> was {was.display}</span>}{' '}
        {!old && fact.confidence < SURE && <span className="tag">Unsure</span>}
        {old && fact.replacedBy && (
          <span className="xs mute block no-underline">
            Replaced <TimeDue at={fact.replacedBy.at} /> by {fact.replacedBy.display}
          </span>
        )}
      </span>
      {fact.messageId ? (
        <button
          type="button"
          className="ev-link"
          onFocus={show}
          onBlur={hide}
          onClick={() => reveal({ factId: fact.id, messageId: fact.messageId })}
        >
          <TimeDue at={fact.at} />
          <span className="vh">, show the words about {fact.label}</span>
        </button>
      ) : (
        <span className="ev-link">
          <Icon name="pen" size="xs" />
          {fact.by?.name ?? (fact.origin === 'FORM' ? 'Form' : 'By hand')}
        </span>
      )}
    </li>
  )
}
