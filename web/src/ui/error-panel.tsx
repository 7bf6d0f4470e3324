import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { Button } from './button'
import { Icon, type IconName } from './icon'

type Props = { title: string; children: ReactNode; icon?: IconName; onRetry?: () => void; action?: ReactNode }

/** What failed, that nothing is lost, what to do. */
export function ErrorPanel({ title, children, icon = 'warn', onRetry, action }: Props) {
  return (
    <div className="blank err" role="alert">
      <Icon name={icon} />
      <b className="semi">{title}</b>
      <p className="xs mute">{children}</p>
      {onRetry && (
        <Button size="sm" icon="refresh" onClick={onRetry}>
          Try now
        </Button>
      )}
      {action}
    </div>
  )
}

const RETRY_SECONDS = 5

/** A part of a page that failed to load: it tries again by itself, and says when. */
export function RetryPanel({ title, sentence, onRetry }: { title: string; sentence: string; onRetry: () => void }) {
  const [left, setLeft] = useState(RETRY_SECONDS)
  const retry = useEffectEvent(onRetry)
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const due = left <= 0
  useEffect(() => {
    if (due) retry()
  }, [due])
  return (
    <ErrorPanel title={title} onRetry={onRetry}>
      {sentence} <span aria-hidden="true">{due ? 'Trying again.' : `We try again in ${left} s.`}</span>
    </ErrorPanel>
  )
}
