import type { ConversationView, ThreadMessage } from '@/api/generated/types.gen'
import { clock, exact, longDay } from '@/lib/times'
import type { MemberRef } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { MarkedText, Message, SystemLine } from '@/ui/message'
import { Attachment } from './attachment'
import { type ThreadItem, threadItems } from './thread-items'
import type { Outgoing } from './use-thread'

type Props = {
  view: ConversationView
  me: MemberRef
  outbox: Outgoing[]
  lit: string | null
  onPoint: (fact: string | null) => void
  onAgain: (message: Outgoing) => void
}

/** The conversation as it went, newest at the bottom and in view. New lines are read out as they come. */
export function ThreadMessages({ view, me, outbox, lit, onPoint, onAgain }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="msgs" role="log" aria-label={`Messages with ${view.lead.name}`} tabIndex={0}>
      <div>
        {threadItems(view).map((item) => (
          <Item key={item.key} item={item} view={view} lit={lit} onPoint={onPoint} />
        ))}
        {outbox.map((message) => (
          <Message
            key={message.clientId}
            id={message.clientId}
            from={{ kind: 'member', ...me }}
            at={message.at}
            problem={
              message.failed ? (
                <p className="unsent" role="alert">
                  <Icon name="refresh" size="sm" />
                  <span className="grow">Not sent. {message.failed}</span>
                  <Button size="sm" onClick={() => onAgain(message)}>
                    Send again
                  </Button>
                </p>
              ) : (
                <p className="unsent mute">Sending</p>
              )
            }
          >
            {message.text}
          </Message>
        ))}
      </div>
    </div>
  )
}

type ItemProps = { item: ThreadItem; view: ConversationView; lit: string | null; onPoint: (fact: string | null) => void }

function Item({ item, view, lit, onPoint }: ItemProps) {
  switch (item.kind) {
    case 'day':
      return <SystemLine>{longDay(new Date(item.at))}</SystemLine>
    case 'handover':
      return <HandoverLine handover={item.handover} leadName={view.lead.name} />
    case 'message':
      return item.message.author === 'SYSTEM' ? (
        <SystemLine icon="shield">{item.message.text}</SystemLine>
      ) : (
        <Message
          id={item.message.id}
          from={speaker(item.message, view.lead)}
          at={item.message.at}
          problem={
            <>
              <Attachment value={item.message.attachment} />
              <AnswerSources sources={item.message.sources} />
            </>
          }
        >
          <MarkedText
            text={item.message.text}
            onPoint={onPoint}
            evidence={item.message.evidence.map((span) => ({
              id: span.factId,
              start: span.start,
              end: span.end,
              lit: span.factId === lit,
            }))}
          />
        </Message>
      )
  }
}

/** Where an answer of the assistant came from: the agency sees it, the lead does not. */
function AnswerSources({ sources }: { sources: ThreadMessage['sources'] }) {
  if (sources.length === 0) return null
  return (
    <p className="xs mute answer-source">
      <Icon name="doc" size="xs" />
      From {sources.map(({ kind, title }) => `${kind === 'ARTICLE' ? 'the article' : 'the listing'} “${title}”`).join(', ')}
    </p>
  )
}

function speaker({ author, member, name }: ThreadMessage, lead: ConversationView['lead']) {
  if (author === 'ASSISTANT') return { kind: 'assistant' as const }
  if (author === 'MEMBER' && member) return { kind: 'member' as const, ...member }
  return { kind: 'lead' as const, name: name ?? lead.name, initials: lead.initials }
}

type Handover = ConversationView['handovers'][number]

function HandoverLine({ handover, leadName }: { handover: Handover; leadName: string }) {
  const { to, by, reason, at } = handover
  const what = {
    ASSISTANT: 'Handed back to the assistant',
    WAITING: `${leadName} waits for a person`,
    MEMBER: by ? `${by.name} took over` : 'A person took over',
    CLOSED: 'Closed',
  }[to]
  return (
    <SystemLine icon="swap">
      <b>{what}</b> at{' '}
      <time dateTime={at} title={exact(new Date(at))}>
        {clock(new Date(at))}
      </time>
      {!what.toLowerCase().includes(reason.toLowerCase()) && `: ${reason}`}
    </SystemLine>
  )
}
