import './inbox.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { inboxOptions } from '@/api/generated/@tanstack/react-query.gen'
import { useKeys } from '@/lib/use-keys'
import { usePhone } from '@/lib/use-media'
import { Empty } from '@/ui/empty'
import { Tabs } from '@/ui/tabs'
import { TopBar } from '@/ui/top-bar'
import { ConversationList } from './conversation-list'
import { type InboxTab, inboxQuery } from './inbox-search'
import { Thread } from './thread'
import { useMoreConversations } from './use-more-conversations'

type Props = { tab: InboxTab; conversationId: string | undefined }

/** List, conversation and facts side by side; on a phone first the list, then the conversation. */
export function InboxPage({ tab, conversationId }: Props) {
  const navigate = useNavigate()
  const phone = usePhone()
  const query = inboxQuery({ tab })
  const { data: page } = useSuspenseQuery(inboxOptions({ query }))
  const { rows, showMore, loading } = useMoreConversations(page, query)
  // A desk has room for the first conversation at once; a phone shows the list until one is chosen.
  const shown = conversationId ?? (phone ? undefined : rows[0]?.conversationId)
  const search = { tab: tab === 'mine' ? undefined : tab }

  const step = (by: number) => {
    const next = rows[rows.findIndex((row) => row.conversationId === shown) + by]
    if (next) void navigate({ to: '/inbox/$conversationId', params: { conversationId: next.conversationId }, search })
  }
  useKeys({ j: () => step(1), k: () => step(-1) })

  const tabs = (
    <Tabs
      name="Which conversations"
      className={phone ? 'stages' : 'tabs'}
      current={tab}
      onChange={(next) => void navigate({ to: '/inbox', search: { tab: next === 'mine' ? undefined : next } })}
      tabs={[
        { key: 'mine', label: 'For me', count: page.counts.mine },
        { key: 'unassigned', label: 'Unassigned', count: page.counts.unassigned },
        { key: 'assistant', label: phone ? 'Assistant' : 'With the assistant', count: page.counts.assistant },
        { key: 'all', label: 'All open', count: page.counts.all },
      ]}
    />
  )
  const inThread = phone && shown !== undefined
  return (
    <>
      {inThread ? <h1 className="vh">Inbox</h1> : <TopBar title="Inbox" tabs={phone ? undefined : tabs} />}
      <div className={inThread ? 'body inbox in-thread' : 'body inbox'}>
        {phone && !inThread && tabs}
        {!inThread && <ConversationList rows={rows} total={page.counts.all} tab={tab} current={shown} more={showMore} loading={loading} />}
        {shown ? (
          <Thread key={shown} id={shown} tab={search.tab} />
        ) : (
          !phone && (
            <section className="thread grid place-items-center" aria-label="Conversation">
              <Empty icon="chat" title="No conversation to show">
                Choose another set above.
              </Empty>
            </section>
          )
        )}
      </div>
    </>
  )
}
