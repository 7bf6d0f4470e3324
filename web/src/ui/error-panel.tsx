import type { ReactNode } from 'react'
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
