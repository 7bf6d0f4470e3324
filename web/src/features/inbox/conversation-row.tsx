import { Link } from '@tanstack/react-router'
import type { InboxRow } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { clock, span } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { AssistantAvatar, LeadAvatar, OwnerAvatar } from '@/ui/avatar'
import { Grade } from '@/ui/grade'
import { Icon } from '@/ui/icon'
import { TimeAgo } from '@/ui/time-text'
import { channelIcon, channelLabel } from './channels'
import type { InboxTab } from './inbox-search'

/** What the conversation waits for, in a word: an answer by a time, nothing, or nobody any more. */
function Standing({ row }: { row: InboxRow }) {
  const now = useNow()
  if (row.state === 'CLOSED') {
    return (
      <>
        <Icon name="lock" size="xs" />
        Closed
      </>
    )
  }
  if (row.state === 'ASSISTANT') return 'Assistant is asking'
  if (row.answerBy) {
    const left = Date.parse(row.answerBy) - now.getTime()
    return left < 0 ? (
      <span className="tag leak">
        <Icon name="leak" size="xs" />
        {span(left)} late
      </span>
    ) : (
      <span className="tag warm num">Answer by {clock(new Date(row.answerBy))}</span>
    )
  }
  return row.last.author === 'LEAD' ? 'Waits' : 'Answered'
}

const who = { LEAD: '', ASSISTANT: 'Assistant: ', MEMBER: 'You: ', SYSTEM: '' } as const

export function ConversationRow({ row, tab, current }: { row: InboxRow; tab: InboxTab | undefined; current: boolean }) {
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: row.conversationId }}
      search={{ tab }}
      className={classes('conv', row.waitingSince && 'unread')}
      aria-current={current || undefined}
      data-conversation={row.conversationId}
    >
      <span className="avwrap">
        <LeadAvatar name={row.name} initials={row.initials} size={32} />
        <span className="ch" title={channelLabel(row.channel)}>
          <Icon name={channelIcon(row.channel)} />
          <span className="vh">{channelLabel(row.channel)}</span>
        </span>
      </span>
      <span className="min-w-0">
        <span className="l1">
          <b className="clip num">{row.name}</b>
          <Grade grade={row.grade} />
          <TimeAgo at={row.last.at} />
        </span>
        <span className="l2 clip" dir="auto">
          {who[row.last.author]}
          {row.last.text}
        </span>
        <span className="l3">
          <Standing row={row} />
          <span className="grow" />
          {row.state === 'ASSISTANT' ? <AssistantAvatar size={18} /> : <OwnerAvatar owner={row.holder ?? row.owner} />}
        </span>
      </span>
    </Link>
  )
}
