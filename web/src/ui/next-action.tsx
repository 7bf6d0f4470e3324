import { span } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Icon, type IconName } from './icon'
import { Due } from './time-text'

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

/** A line: kind, verb first, due at right. A deal without one is a leak since `missingSince`. */
export function NextAction({ kind, title, dueAt }: { kind: string; title: string; dueAt: string }) {
  return (
    <div className="row">
      <Icon name={nextActionIcon(kind)} size="sm" />
      <span className="grow clip">{title}</span>
      <Due at={dueAt} />
    </div>
  )
}

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
