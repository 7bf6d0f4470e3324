import type { InboxRow } from '@/api/generated/types.gen'
import { count } from '@/lib/money'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { ConversationRow } from './conversation-row'
import type { InboxTab } from './inbox-search'

type Props = {
  rows: InboxRow[]
  total: number
  tab: InboxTab
  current: string | undefined
  more: (() => void) | undefined
  loading: boolean
}

const nothing: Record<InboxTab, { title: string; text: string }> = {
  mine: { title: 'Nobody waits for you', text: 'A conversation comes here when you hold it or its lead is yours and asks for a person.' },
  unassigned: { title: 'Nothing without an owner', text: 'A conversation that no one has taken yet comes here.' },
  assistant: { title: 'The assistant is not talking to anyone', text: 'New visitors come here while the assistant asks its questions.' },
  all: { title: 'No conversations yet', text: 'Put the chat on your site. It works as it is.' },
}

export function ConversationList({ rows, total, tab, current, more, loading }: Props) {
  return (
    <section className="convs" aria-label="Conversations">
      <div className="listhead desk-only">
        <span className="grow" />
        <span className="xs mute num px-2">{count(total)} open</span>
      </div>
      {rows.map((row) => (
        <ConversationRow
          key={row.conversationId}
          row={row}
          tab={tab === 'mine' ? undefined : tab}
          current={row.conversationId === current}
        />
      ))}
      {rows.length === 0 && (
        <div className="p-4">
          <Empty icon="inbox" title={nothing[tab].title}>
            {nothing[tab].text}
          </Empty>
        </div>
      )}
      {more && (
        <Button look="ghost" className="m-2" onClick={more} disabled={loading}>
          {loading ? 'Loading' : 'Show more'}
        </Button>
      )}
    </section>
  )
}
