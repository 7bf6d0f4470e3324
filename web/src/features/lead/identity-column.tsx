import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { setOwnerMutation, teamOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { DealView, LeadView } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { LeadAvatar, OwnerAvatar } from '@/ui/avatar'
import { Button, buttonClass } from '@/ui/button'
import { Grade } from '@/ui/grade'
import { Icon, type IconName } from '@/ui/icon'
import { Menu } from '@/ui/menu'
import { sourceIcon, sourceLabel } from '@/ui/source'
import { TimeDue } from '@/ui/time-text'
import { ConsentTable } from './consent-table'

type Props = { lead: LeadView; deal: DealView | undefined; onBook: () => void; onWrite: () => void }

/** Who this is and the four ways to reach them. */
export function IdCard({ lead, deal, onBook, onWrite }: Props) {
  const open = lead.deals.filter((one) => one.open).length
  const phone = lead.contactPoints.find((point) => point.kind === 'PHONE')
  const email = lead.contactPoints.find((point) => point.kind === 'EMAIL')
  return (
    <div className="idcard">
      <div className="row gap-3">
        <LeadAvatar name={lead.displayName} initials={lead.initials} size={44} />
        <div className="grow">
          <h2 className="clip num">{lead.displayName}</h2>
          <div className="row xs mute">
            <Grade grade={lead.qualification ?? null} word />
            <span className="clip">{dealLine(deal, open)}</span>
          </div>
        </div>
      </div>
      <div className="quick">
        <Reach icon="phone" label="Call" href={phone && `tel:${phone.value}`} lack="No phone number yet" />
        <Button icon="chat" onClick={onWrite} disabled={lead.conversations.length === 0}>
          Write
        </Button>
        <Reach icon="mail" label="E-mail" href={email && `mailto:${email.value}`} lack="No e-mail yet" />
        <Button icon="cal" onClick={onBook}>
          Book
        </Button>
      </div>
    </div>
  )
}

/** How to reach them, whether we may, whose they are, where they came from. */
export function IdentityDetails({ lead }: { lead: LeadView }) {
  return (
    <>
      <div className="block">
        <h3 className="sect">Contact</h3>
        {lead.contactPoints.length === 0 && <p className="xs mute">No phone number or e-mail yet. The assistant asks before it books.</p>}
        <ul className="kv-list">
          {lead.contactPoints.map((point) => (
            <li key={point.value} className="row">
              <Icon name={point.kind === 'PHONE' ? 'phone' : 'mail'} size="sm" />
              <span className="clip num">{point.display}</span>
            </li>
          ))}
        </ul>
        {lead.timeZone && <p className="xs mute">Time zone {lead.timeZone.replaceAll('_', ' ')}</p>}
      </div>
      <ConsentTable lead={lead} />
      <OwnerBlock lead={lead} />
      <div className="block">
        <h3 className="sect">Source</h3>
        <div className="kv">
          <Icon name={sourceIcon(lead.source)} size="sm" />
          <span>{sourceLabel(lead.source)}</span>
          <span />
          <span className="sub">
            First seen <TimeDue at={lead.createdAt} />
            {lead.page && (
              <span className="block clip" title={lead.page}>
                {lead.page}
              </span>
            )}
          </span>
        </div>
      </div>
    </>
  )
}

function dealLine(deal: DealView | undefined, open: number) {
  if (!deal) return 'No deal yet'
  const kind = deal.pipeline.kind.charAt(0) + deal.pipeline.kind.slice(1).toLowerCase()
  return `${kind}, ${open} open ${open === 1 ? 'deal' : 'deals'}`
}

function Reach({ icon, label, href, lack }: { icon: IconName; label: string; href: string | undefined; lack: string }) {
  if (!href)
    return (
      <Button icon={icon} disabled title={lack}>
        {label}
      </Button>
    )
  return (
    <a className={buttonClass()} href={href}>
      <Icon name={icon} size="sm" />
      {label}
    </a>
  )
}

function OwnerBlock({ lead }: { lead: LeadView }) {
  const queries = useQueryClient()
  const { data: team = [] } = useQuery(teamOptions())
  const assign = useMutation({ ...setOwnerMutation(), onSuccess: () => queries.invalidateQueries() })
  return (
    <div className="block">
      <h3 className="sect">
        Owner
        <span className="grow" />
        <Menu
          name={`Reassign ${lead.displayName}`}
          className="link"
          label="Reassign"
          align="end"
          choices={team.map((member) => ({
            key: member.id,
            label: member.name,
            checked: member.id === lead.owner?.id,
            onChoose: () => assign.mutate({ path: { id: lead.id }, body: { memberId: member.id } }),
          }))}
        />
      </h3>
      <div className="row">
        <OwnerAvatar owner={lead.owner} size={24} />
        <span className="med">{lead.owner?.name ?? 'Nobody yet'}</span>
      </div>
      {assign.isError && (
        <p role="alert" className="msg-bad">
          {sentenceFor(assign.error)}
        </p>
      )}
    </div>
  )
}
