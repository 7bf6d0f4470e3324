import type { InboxTab } from './inbox-search'

export function InboxPage({ tab, conversationId }: { tab: InboxTab; conversationId: string | undefined }) {
  return (
    <p>
      {tab} {conversationId}
    </p>
  )
}
