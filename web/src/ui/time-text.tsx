import { ago, clock, due, dueAt, exact } from '@/lib/times'
import { useNow } from '@/lib/use-now'
import { Icon } from './icon'

type Props = { at: string; className?: string }

function Time({ at, className, text }: Props & { text: string }) {
  return (
    <time dateTime={at} title={exact(new Date(at))} className={className}>
      {text}
    </time>
  )
}

/** `26 min`, `19 h`, `Yesterday`, `Wed`, `May 13`. */
export function TimeAgo(props: Props) {
  const now = useNow()
  return <Time {...props} text={ago(new Date(props.at), now)} />
}

/** `10:24 AM`. */
export function TimeOfDay(props: Props) {
  return <Time {...props} text={clock(new Date(props.at))} />
}

/** `Today, 11:30 AM`, `Sat, 10:30 AM`, `May 24`: for what lies ahead or has its day. */
export function TimeDue(props: Props) {
  const now = useNow()
  return <Time {...props} text={dueAt(new Date(props.at), now)} />
}

/** A due time with its state: amber when soon, crimson with the drop when late. */
export function Due({ at }: { at: string }) {
  const { state, text } = due(new Date(at), useNow())
  return (
    <time dateTime={at} title={exact(new Date(at))} className={state === 'quiet' ? 'due' : `due ${state}`}>
      {state === 'late' && <Icon name="leak" size="xs" />}
      {text}
    </time>
  )
}
