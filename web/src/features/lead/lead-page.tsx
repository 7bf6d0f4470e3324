import './lead.css'
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { conversationOptions, leadOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { DealView, LeadView } from '@/api/generated/types.gen'
import { useKeys } from '@/lib/use-keys'
import { usePhone } from '@/lib/use-media'
import { Button, buttonClass } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { Icon } from '@/ui/icon'
import { Kbd } from '@/ui/kbd'
import { Panel } from '@/ui/panel'
import { TopBar } from '@/ui/top-bar'
import { DealPanel } from './deal-panel'
import { EvidenceContext } from './evidence'
import { FactsPanel } from './facts-panel'
import { IdCard, IdentityDetails } from './identity-column'
import { LeadComposer } from './lead-composer'
import type { TimelineTab } from './lead-search'
import { NextActionCard } from './next-action-card'
import { ScorePanel } from './score-panel'
import { Timeline } from './timeline'
import { timelinePages } from './timeline-pages'

export type Booking = { leadId: string; leadName: string; dealId: string | null; memberId: string | null; onClose: () => void }

type Props = {
  leadId: string
  tab: TimelineTab
  onTab: (tab: TimelineTab) => void
  /** The dialog of the calendar, which this feature may not know. */
  renderBooking: (booking: Booking) => ReactNode
}

/** Everything about one person: who, what was said and done, what follows from it. */
export function LeadPage({ leadId, tab, onTab, renderBooking }: Props) {
  const { data: lead } = useSuspenseQuery(leadOptions({ path: { id: leadId } }))
  const timeline = useInfiniteQuery(timelinePages(leadId))
  const current = lead.conversations.find((one) => one.state !== 'CLOSED') ?? lead.conversations[0]
  const conversation = useQuery({ ...conversationOptions({ path: { id: current?.id ?? '' } }), enabled: current !== undefined })
  const [pointed, setPointed] = useState<string | null>(null)
  const [booking, setBooking] = useState(false)
  const writing = useRef<HTMLTextAreaElement>(null)
  const deal = lead.deals.find((one) => one.open) ?? lead.deals[0]
  const phone = usePhone()
  useKeys({ b: () => setBooking(true), r: () => writing.current?.focus() })

  const { fetchNextPage } = timeline
  const evidence = useMemo(() => {
    const find = (factId?: string, messageId?: string | null) =>
      document.getElementById(`evidence-${factId}`) ?? document.getElementById(`message-${messageId}`)
    return {
      pointed,
      point: setPointed,
      reveal: async ({ factId, messageId }: { factId?: string | undefined; messageId?: string | null | undefined }) => {
        onTab('everything')
        setPointed(factId ?? null)
        let more = true
        // What is older than the loaded pages is loaded until the words appear.
        while (more && !find(factId, messageId)) more = (await fetchNextPage()).hasNextPage
        requestAnimationFrame(() => find(factId, messageId)?.scrollIntoView({ block: 'center' }))
      },
    }
  }, [pointed, fetchNextPage, onTab])

  const card = <IdCard key="who" lead={lead} deal={deal} onBook={() => setBooking(true)} onWrite={() => writing.current?.focus()} />
  const details = (
    <aside key="details" aria-label={`Who ${lead.displayName} is`}>
      {!phone && card}
      <IdentityDetails lead={lead} />
    </aside>
  )
  const centre = (
    <section key="what" className="centre" aria-label="Timeline">
      <Timeline lead={lead} query={timeline} tab={tab} onTab={onTab} />
      {current && <LeadComposer lead={lead} conversation={conversation} textRef={writing} />}
    </section>
  )
  const right = (
    <aside key="so" className="right" aria-label={`What follows for ${lead.displayName}`}>
      {deal?.open && <NextActionCard lead={lead} deal={deal} />}
      {lead.qualification ? <ScorePanel lead={lead} qualification={lead.qualification} /> : <NoScore name={lead.displayName} />}
      {lead.deals.map((one) => (
        <DealPanel key={one.id} deal={one} />
      ))}
      <FactsPanel lead={lead} />
    </aside>
  )

  return (
    <EvidenceContext value={evidence}>
      <TopBar title={<Crumb lead={lead} deal={deal} />}>
        <Button icon="cal" className="desk-only" onClick={() => setBooking(true)}>
          Book <Kbd>B</Kbd>
        </Button>
      </TopBar>
      <div className="body leadpage">{phone ? [card, right, centre, details] : [details, centre, right]}</div>
      {booking &&
        renderBooking({
          leadId,
          leadName: lead.displayName,
          dealId: deal?.open ? deal.id : null,
          memberId: lead.owner?.id ?? null,
          onClose: () => setBooking(false),
        })}
    </EvidenceContext>
  )
}

function Crumb({ lead, deal }: { lead: LeadView; deal: DealView | undefined }) {
  return (
    <nav className="crumb" aria-label="Where you are">
      <Link to="/leads" className={buttonClass('ghost', 'sm', 'sq phone-only')} aria-label="Back to leads">
        <Icon name="left" />
      </Link>
      <Link to="/leads" className="desk-only">
        Leads
      </Link>
      <span className="desk-only">
        <Icon name="right" size="xs" />
      </span>
      <h1 className="clip">{lead.displayName}</h1>
      {deal && <span className="xs mute desk-only">{deal.stageName}</span>}
      {lead.synthetic && <span className="tag">Demo data</span>}
    </nav>
  )
}

function NoScore({ name }: { name: string }) {
  return (
    <Panel title="Score">
      <Empty icon="target" title="No score yet">
        It comes with the first facts that {name} tells.
      </Empty>
    </Panel>
  )
}
