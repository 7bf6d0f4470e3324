import type { ReactNode } from 'react'
import type { LeadView, TimelineItem } from '@/api/generated/types.gen'
import { firstName } from '@/lib/names'
import { span } from '@/lib/times'
import { AssistantAvatar, LeadAvatar, MemberAvatar } from '@/ui/avatar'
import { Grade } from '@/ui/grade'
import { Icon, type IconName } from '@/ui/icon'
import { MarkedText } from '@/ui/message'
import { sourceIcon, sourceLabel } from '@/ui/source'
import { TimeOfDay } from '@/ui/time-text'
import { AppointmentLine } from './appointment-line'
import { useEvidence } from './evidence'
import { stopped } from './stopped'

type Props = { item: TimelineItem; lead: LeadView; answeredIn: number | null }

/** One line or bubble of the timeline. */
export function TimelineEntry({ item, lead, answeredIn }: Props) {
  switch (item.type) {
    case 'MESSAGE':
      return <MessageEntry item={item} lead={lead} answeredIn={answeredIn} />
    case 'TOUCH':
      return (
        <Line at={item.at} icon={sourceIcon(item.source)}>
          {item.source === 'MANUAL' ? <b>Entered by hand</b> : <b>Came in by {sourceLabel(item.source).toLowerCase()}</b>}
          {item.page && <> on {item.page}</>}
        </Line>
      )
    case 'FACTS':
      return <FactsEntry item={item} lead={lead} />
    case 'SCORE':
      return (
        <Line at={item.at} icon="target">
          Score{' '}
          {item.from != null && (
            <>
              <b>{item.from}</b> to{' '}
            </>
          )}
          <b>{item.to}</b>, now <Grade grade={{ score: item.to, grade: item.grade }} word />
        </Line>
      )
    case 'MOVE':
      return <MoveEntry item={item} />
    case 'HANDOVER':
      return (
        <Line at={item.at} icon={item.to === 'ASSISTANT' ? 'door' : 'people'}>
          {handover(item.to, item.by?.name)}
          {item.reason && item.reason !== 'Took over' && <>: {item.reason}</>}
        </Line>
      )
    case 'APPOINTMENT':
      return (
        <div className="ev">
          <Mark icon="cal" />
          <AppointmentLine appointment={item.appointment} change={item.change} />
          <TimeOfDay at={item.at} />
        </div>
      )
    case 'CONSENT':
      return (
        <Line at={item.at} icon={item.granted ? 'shield' : 'lock'}>
          {item.granted ? 'Consent to ' : 'Opted out of '}
          {sourceLabel(item.channel).toLowerCase()}
          {item.wordingVersion && <>, wording {item.wordingVersion}</>}
        </Line>
      )
    case 'GUARD':
      return (
        <Line at={item.at} icon="shield">
          {stopped(item)}
          {item.quote && <>, at “{item.quote}”</>}
        </Line>
      )
  }
}

function MoveEntry({ item }: { item: Extract<TimelineItem, { type: 'MOVE' }> }) {
  const { fromName, toName, kind, by, reason } = item
  return (
    <Line at={item.at} icon={kind === 'UNDO' ? 'undo' : kind === 'REROUTED' ? 'swap' : 'arrow'}>
      {kind === 'REROUTED' ? (
        <b>Another pipeline</b>
      ) : (
        <>
          {fromName ? <b>{fromName}</b> : 'Opened'} {fromName ? 'to' : 'in'} <b>{toName}</b>
        </>
      )}
      {by && <>, by {by.name}</>}
      {kind === 'OVERRIDE' && (
        <>
          {' '}
          <span className="tag warm">Override</span>
        </>
      )}
      {reason && <>: {reason}</>}
    </Line>
  )
}

function handover(to: string, by: string | undefined) {
  if (to === 'MEMBER') return by ? `${by} took over` : 'A person took over'
  if (to === 'ASSISTANT') return by ? `${by} handed back to the assistant` : 'Back with the assistant'
  if (to === 'CLOSED') return 'Conversation closed'
  return 'Waits for a person'
}

function Mark({ icon }: { icon: IconName }) {
  return (
    <span className="mk">
      <Icon name={icon} size="sm" />
    </span>
  )
}

function Line({ at, icon, children }: { at: string; icon: IconName; children: ReactNode }) {
  return (
    <div className="ev">
      <Mark icon={icon} />
      <div className="tx">{children}</div>
      <TimeOfDay at={at} />
    </div>
  )
}

type MessageProps = { item: Extract<TimelineItem, { type: 'MESSAGE' }>; lead: LeadView; answeredIn: number | null }

function MessageEntry({ item, lead, answeredIn }: MessageProps) {
  const { pointed } = useEvidence()
  if (item.author === 'SYSTEM') {
    return (
      <Line at={item.at} icon="info">
        {item.text}
      </Line>
    )
  }
  const mine = item.author === 'MEMBER'
  const bot = item.author === 'ASSISTANT'
  const name = bot ? 'Assistant' : mine ? (item.name ?? 'A member') : firstName(lead.displayName)
  const member = mine ? teamMate(lead, item.name) : undefined
  return (
    <article className="ev" id={`message-${item.id}`}>
      <span className="mk">
        {bot && <AssistantAvatar size={24} />}
        {mine && (member ? <MemberAvatar {...member} size={24} /> : <LeadAvatar name={name} size={24} />)}
        {!bot && !mine && <LeadAvatar name={lead.displayName} initials={lead.initials} size={24} />}
      </span>
      <div>
        <div className="who">
          <b>{name}</b>
          {answeredIn !== null && ` answered in ${span(answeredIn)}`}
        </div>
        <div className={bot ? 'bub bot' : mine ? 'bub mine' : 'bub'} dir="auto">
          <MarkedText
            text={item.text}
            evidence={item.evidence.map(({ factId, start, end }) => ({ id: factId, start, end, lit: factId === pointed }))}
          />
        </div>
      </div>
      <TimeOfDay at={item.at} />
    </article>
  )
}

/** The colours of a member are known where the lead or a deal names them. */
const teamMate = (lead: LeadView, name: string | null | undefined) =>
  [lead.owner, ...lead.deals.map((deal) => deal.owner)].find((member) => member?.name === name) ?? undefined

function FactsEntry({ item, lead }: { item: Extract<TimelineItem, { type: 'FACTS' }>; lead: LeadView }) {
  const { point } = useEvidence()
  const count = item.facts.length
  return (
    <div className="ev">
      <Mark icon="check" />
      <div>
        <div className="tx">
          <b>
            {count} {count === 1 ? 'fact' : 'facts'}
          </b>{' '}
          noted
        </div>
        <ul className="facts">
          {item.facts.map((fact) => {
            const known = lead.facts.find((one) => one.key === fact.key && one.display === fact.display)
            return (
              <li key={fact.key} className="factchip" onMouseEnter={() => point(known?.id ?? null)} onMouseLeave={() => point(null)}>
                <span>{fact.label}</span>
                <b>{fact.display}</b>
              </li>
            )
          })}
        </ul>
      </div>
      <TimeOfDay at={item.at} />
    </div>
  )
}
