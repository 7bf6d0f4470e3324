import { span } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Icon, type IconName } from './icon'

const icons: Record<string, IconName> = {
  ASSISTANT: 'door',
  CALL: 'phone',
  MESSAGE: 'chat',
  EMAIL: 'mail',
  BOOK: 'cal',
  MEET: 'home',
  OUTCOME: 'flag',
  DOCUMENT: 'doc',
  WAIT: 'clock',
}

export const nextActionIcon = (kind: string): IconName => icons[kind] ?? 'check'

/** An open deal without a next action is a leak since then. */
export function MissingNextAction({ since }: { since: string }) {
  const now = useNow()
  return (
    <div className="row">
      <Icon name="clock" size="sm" />
      <span className="grow clip">Choose a next action</span>
      <time dateTime={since} className="due late">
        <Icon name="leak" size="xs" />
        {span(now.getTime() - Date.parse(since))} missing
      </time>
    </div>
  )
}
