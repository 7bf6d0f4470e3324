import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { conversationOptions, meOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ConversationView, FactView } from '@/api/generated/types.gen'
import { Problem, sentenceFor } from '@/lib/problem'
import { useKeys } from '@/lib/use-keys'
import { LeadAvatar } from '@/ui/avatar'
import { buttonClass } from '@/ui/button'
import { ErrorPanel, RetryPanel } from '@/ui/error-panel'
import { Grade } from '@/ui/grade'
import { Icon } from '@/ui/icon'
import { Loading, SkeletonLine } from '@/ui/skeleton'
import { channelLabel } from './channels'
import { FactsBeside } from './facts-beside'
import { HandoverBanner } from './handover-banner'
import type { InboxTab } from './inbox-search'
import { ThreadComposer } from './thread-composer'
import { ThreadMessages } from './thread-messages'
import { useThread } from './use-thread'

export function Thread({ id, tab }: { id: string; tab: InboxTab | undefined }) {
  const conversation = useQuery(conversationOptions({ path: { id } }))
  if (conversation.data) return <OpenThread view={conversation.data} tab={tab} />
  if (conversation.error) {
    const unknown = conversation.error instanceof Problem && conversation.error.status === 404
    return (
      <section className="thread grid place-items-center" aria-label="Conversation">
        {unknown ? (
          <ErrorPanel icon="lock" title="This conversation is not in your agency">
            Check the link or ask the person who sent it.
          </ErrorPanel>
        ) : (
          <RetryPanel
            title="The conversation did not load"
            sentence={sentenceFor(conversation.error)}
            onRetry={() => void conversation.refetch()}
          />
        )}
      </section>
    )
  }
  return <ThreadSkeleton />
}

function ThreadSkeleton() {
  return (
    <section className="thread" aria-label="Conversation">
      <Loading what="the conversation">
        <div className="grid gap-6 p-6">
          {['46%', '62%', '38%', '55%'].map((width) => (
            <SkeletonLine key={width} width={width} />
          ))}
        </div>
      </Loading>
    </section>
  )
}

function OpenThread({ view, tab }: { view: ConversationView; tab: InboxTab | undefined }) {
  const { data: me } = useSuspenseQuery(meOptions())
  const thread = useThread(view.id)
  const [lit, setLit] = useState<string | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const mine = view.state === 'MEMBER' && view.holder?.id === me.member.id
  useKeys({ r: () => box.current?.focus() })

  const takeOver = async () => {
    await thread.takeOver().catch(() => undefined)
    box.current?.focus()
  }
  const show = (fact: FactView) => {
    setLit(fact.id)
    document.getElementById(`message-${fact.messageId}`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <section className="thread" aria-label={`Conversation with ${view.lead.name}`}>
        <ThreadHead view={view} tab={tab} />
        <ThreadMessages
          view={view}
          me={me.member}
          outbox={thread.outbox}
          lit={lit}
          onPoint={setLit}
          onAgain={(message) => void thread.again(message)}
        />
        <div className="handover">
          <HandoverBanner view={view} mine={mine} busy={thread.busy} onTakeOver={() => void takeOver()} onHandBack={thread.handBack} />
          {thread.error && (
            <p className="msg-bad pt-1" role="alert">
              {sentenceFor(thread.error)}
            </p>
          )}
        </div>
        <ThreadComposer
          view={view}
          mine={mine}
          busy={thread.busy}
          textRef={box}
          onTakeOver={takeOver}
          onSend={(text) => void thread.send(text)}
        />
      </section>
      <FactsBeside view={view} lit={lit} onPoint={setLit} onShow={show} />
    </>
  )
}

function ThreadHead({ view, tab }: { view: ConversationView; tab: InboxTab | undefined }) {
  const { lead } = view
  return (
    <header className="threadhead">
      <Link className="btn ghost sq phone-only" to="/inbox" search={{ tab }} aria-label="Back to inbox">
        <Icon name="left" />
      </Link>
      <LeadAvatar name={lead.name} initials={lead.initials} size={32} />
      <div className="grow">
        <h2 className="row gap-1.5">
          <Link to="/leads/$leadId" params={{ leadId: view.leadId }} className="semi clip num">
            {lead.name}
          </Link>
          <Grade grade={lead.grade} word />
        </h2>
        <p className="xs mute clip">
          {lead.wish && `${lead.wish} · `}
          {channelLabel(view.channel)}
          {lead.online && ', online now'}
        </p>
      </div>
      <Link className={buttonClass('default', 'md', 'desk-only')} to="/leads/$leadId" params={{ leadId: view.leadId }} hash="book">
        <Icon name="cal" size="sm" />
        Offer times
      </Link>
      <Link className="btn ghost sq phone-only" to="/leads/$leadId" params={{ leadId: view.leadId }} aria-label={`Open ${lead.name}`}>
        <Icon name="user" />
      </Link>
    </header>
  )
}
