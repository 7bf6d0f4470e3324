import type { ConsentView, LeadView } from '@/api/generated/types.gen'
import { firstName } from '@/lib/names'
import { monthDay } from '@/lib/times'
import { Icon, type IconName } from '@/ui/icon'

const channels: Record<string, { label: string; icon: IconName }> = {
  WEB_CHAT: { label: 'Web chat', icon: 'chat' },
  SMS: { label: 'Text', icon: 'phone' },
  EMAIL: { label: 'E-mail', icon: 'mail' },
  CALL: { label: 'Automated calls', icon: 'phone' },
}

/** Per channel: yes, no or not asked, and the exact words that were agreed to. */
export function ConsentTable({ lead }: { lead: LeadView }) {
  const name = lead.name ? firstName(lead.name) : 'this person'
  const worded = lead.consents.filter((consent) => consent.wording)
  return (
    <div className="block">
      <h3 className="sect">May we contact {name}?</h3>
      <table className="consents">
        <caption className="vh">Consent by channel</caption>
        <tbody>
          {lead.consents.map((consent) => (
            <Row key={consent.channel} consent={consent} />
          ))}
        </tbody>
      </table>
      {worded.length > 0 && (
        <details className="xs">
          <summary className="link">The words agreed to</summary>
          {worded.map((consent) => (
            <blockquote key={consent.channel} className="wording">
              {consent.wording}
              <footer className="mute">
                {channels[consent.channel]?.label ?? consent.channel}, wording {consent.wordingVersion}
              </footer>
            </blockquote>
          ))}
        </details>
      )}
    </div>
  )
}

function Row({ consent }: { consent: ConsentView }) {
  const channel = channels[consent.channel] ?? { label: consent.channel, icon: 'chat' }
  const when = consent.at ? `${monthDay(new Date(consent.at))}${consent.wordingVersion ? `, wording ${consent.wordingVersion}` : ''}` : null
  return (
    <tr>
      <th scope="row">
        <span className="row">
          <Icon name={channel.icon} size="sm" />
          {channel.label}
        </span>
        {when && <span className="xs mute block">{when}</span>}
      </th>
      <td>
        {consent.status === 'GRANTED' && (
          <span className="ok-dot">
            <Icon name="check" size="xs" />
            Yes
          </span>
        )}
        {consent.status === 'REVOKED' && (
          <span className="tag leak">
            <Icon name="lock" size="xs" />
            Opted out
          </span>
        )}
        {consent.status === 'NOT_ASKED' && <span className="no-dot">Not asked</span>}
      </td>
    </tr>
  )
}
