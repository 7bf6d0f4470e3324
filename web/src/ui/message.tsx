import { Fragment, type ReactNode } from 'react'
import { AssistantAvatar, LeadAvatar, MemberAvatar, type MemberRef } from './avatar'
import { Icon, type IconName } from './icon'
import { TimeOfDay } from './time-text'

export type Evidence = { id: string; start: number; end: number; lit?: boolean }

/** The words of a message with the highlighter on those that became facts. Spans that overlap or run past the text are left out. */
export function MarkedText({ text, evidence, onPoint }: { text: string; evidence: Evidence[]; onPoint?: (id: string | null) => void }) {
  const parts: ReactNode[] = []
  let from = 0
  for (const span of [...evidence].sort((a, b) => a.start - b.start)) {
    if (span.start < from || span.end > text.length || span.end <= span.start) continue
    parts.push(<Fragment key={`t${from}`}>{text.slice(from, span.start)}</Fragment>)
    parts.push(
      <mark
        key={span.id}
        className={span.lit ? 'lit' : undefined}
        onMouseEnter={() => onPoint?.(span.id)}
        onMouseLeave={() => onPoint?.(null)}
      >
        {text.slice(span.start, span.end)}
      </mark>,
    )
    from = span.end
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}

type Props = {
  id: string
  from: { kind: 'lead'; name: string; initials?: string } | { kind: 'assistant' } | ({ kind: 'member' } & MemberRef)
  at: string
  children: ReactNode
  /** Said under the bubble when it did not go out. */
  problem?: ReactNode
}

/** One bubble: the lead left and white, the assistant right and sunken, a member right in the accent. */
export function Message({ id, from, at, children, problem }: Props) {
  const mine = from.kind !== 'lead'
  const name = from.kind === 'assistant' ? 'Assistant' : from.name
  const look = from.kind === 'assistant' ? 'bub bot' : from.kind === 'member' ? 'bub solid' : 'bub'
  const avatar =
    from.kind === 'assistant' ? (
      <AssistantAvatar size={24} />
    ) : from.kind === 'member' ? (
      <MemberAvatar {...from} size={24} />
    ) : (
      <LeadAvatar {...from} size={24} />
    )
  return (
    <article className={mine ? 'm out' : 'm'} id={`message-${id}`}>
      {!mine && avatar}
      <div>
        <div className="meta">
          {mine ? (
            <>
              <TimeOfDay at={at} /> <b>{name}</b>
            </>
          ) : (
            <>
              <b>{name}</b> <TimeOfDay at={at} />
            </>
          )}
        </div>
        <div className={look} dir="auto">
          {children}
        </div>
        {problem}
      </div>
      {mine && avatar}
    </article>
  )
}

/** What happened between the words: handed over, booked, a fair-housing answer used. */
export function SystemLine({ icon, children }: { icon?: IconName; children: ReactNode }) {
  return (
    <div className="sys">
      {icon && <Icon name={icon} size="sm" />}
      <span>{children}</span>
    </div>
  )
}
