import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { LeadRow } from '@/api/generated/types.gen'
import { shortMoney } from '@/lib/money'
import { usePhone } from '@/lib/use-media'
import { useWindow } from '@/lib/use-window'
import { LeadAvatar, OwnerAvatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Grade } from '@/ui/grade'
import { SkeletonLine } from '@/ui/skeleton'
import { Source } from '@/ui/source'
import { TimeAgo } from '@/ui/time-text'

const ROW = 44
const PHONE_ROW = 64

type Props = { rows: LeadRow[]; more: boolean; failed: boolean; onMore: () => void }

/** A table of links, windowed; the last page in sight asks for the next. */
export function LeadRows({ rows, more, failed, onMore }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const { from, to, above, below } = useWindow(scroller, rows.length, usePhone() ? PHONE_ROW : ROW)
  const atEnd = to >= rows.length
  useEffect(() => {
    if (atEnd && more && !failed) onMore()
  }, [atEnd, more, failed, onMore])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
    <section ref={scroller} className="lead-rows" aria-label="Leads" tabIndex={0}>
      <div className="lead-row lead-head desk-only" aria-hidden="true">
        <span>Name</span>
        <span>Wants</span>
        <span>Stage</span>
        <span className="tar">Value</span>
        <span>Source</span>
        <span className="tar">Last message</span>
        <span>Owner</span>
      </div>
      <ul style={{ paddingTop: above, paddingBottom: below }}>
        {rows.slice(from, to).map((lead, index) => (
          <li key={lead.id} aria-setsize={more ? -1 : rows.length} aria-posinset={from + index + 1}>
            <Row lead={lead} />
          </li>
        ))}
      </ul>
      {more &&
        (failed ? (
          <div className="lead-more" role="alert">
            The next leads did not load.{' '}
            <Button size="sm" icon="refresh" onClick={onMore}>
              Try now
            </Button>
          </div>
        ) : (
          <div className="lead-more" aria-hidden="true">
            <SkeletonLine width="40%" />
          </div>
        ))}
    </section>
  )
}

function Row({ lead }: { lead: LeadRow }) {
  return (
    <Link to="/leads/$leadId" params={{ leadId: lead.id }} className="lead-row">
      <span className="row who-cell">
        <LeadAvatar name={lead.name} initials={lead.initials} size={24} />
        <b className="med clip num">{lead.name}</b>
        <Grade grade={lead.grade} />
      </span>
      <span className="clip mute wish-cell">{lead.wish || 'Nothing known yet'}</span>
      <span className="clip desk-only">
        {lead.stage ? <span className="tag">{stageWord(lead.stage)}</span> : <span className="mute">No deal</span>}
      </span>
      <span className="num tar med desk-only">
        {lead.valueMinor != null && shortMoney({ amount: lead.valueMinor, currency: lead.currency })}
      </span>
      <span className="desk-only mute">
        <Source source={lead.source} />
      </span>
      <span className="mute tar num when-cell">
        <TimeAgo at={lead.lastMessageAt ?? lead.createdAt} />
      </span>
      <span className="owner-cell">
        <OwnerAvatar owner={lead.owner} size={20} />
      </span>
    </Link>
  )
}

/** `APPOINTMENT_SET` is "Appointment set"; a name that the server already wrote for people stays. */
const stageWord = (stage: string) => (/^[A-Z_]+$/.test(stage) ? stage.charAt(0) + stage.slice(1).toLowerCase().replaceAll('_', ' ') : stage)
