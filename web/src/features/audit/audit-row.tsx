import type { AuditItem } from '@/api/generated/types.gen'
import { TimeAgo } from '@/ui/time-text'
import { actionWords } from './audit-search'

const via: Record<string, string> = {
  SESSION: 'signed in',
  TOKEN: 'by token',
  API_KEY: 'by API key',
  TASK: 'by itself',
  SYSTEM: 'by itself',
}

/** One sentence; the rest unfolds. */
export function AuditRow({ item }: { item: AuditItem }) {
  const where = placeOf(item)
  return (
    <li>
      <details>
        <summary>
          <span className="grow">
            <b className="semi">{item.actor.name}</b> {item.did}
          </span>
          <span className="mute xs audit-from">{item.address}</span>
          <TimeAgo at={item.at} className="mute xs" />
        </summary>
        <dl className="audit-detail">
          <dt>Entry</dt>
          <dd>
            {item.seq}, {actionWords(item.action)}
          </dd>
          <dt>How</dt>
          <dd>{[item.actor.role?.toLowerCase(), via[item.actor.via] ?? item.actor.via].filter(Boolean).join(', ')}</dd>
          {Object.entries(item.detail).map(([key, value]) => [<dt key={key}>{key}</dt>, <dd key={`${key} value`}>{value}</dd>])}
          <dt>Hash</dt>
          <dd>
            <code>{item.hash}</code>
          </dd>
        </dl>
        {where && (
          <a className="link" href={where}>
            Open
          </a>
        )}
      </details>
    </li>
  )
}

/** Where what it is about can be looked at. */
function placeOf({ subject }: AuditItem): string | undefined {
  switch (subject.type) {
    case 'lead':
      return subject.id ? `/leads/${subject.id}` : undefined
    case 'member':
    case 'invitation':
      return '/settings/team'
    case 'article':
    case 'articles':
      return '/settings/knowledge'
    case 'listing':
    case 'listings':
      return '/settings/listings'
    case 'agency':
    case 'assistant':
    case 'questions':
    case 'scorecard':
      return `/settings/${subject.type}`
    default:
      return undefined
  }
}
