import { createLazyRoute, useParams } from '@tanstack/react-router'
import { InboxPage } from '@/features/inbox/inbox-page'

export const Route = createLazyRoute('/app/inbox')({
  component: function InboxRoute() {
    const { tab } = Route.useSearch()
    const { conversationId } = useParams({ strict: false })
    return <InboxPage tab={tab ?? 'mine'} conversationId={conversationId} />
  },
})
