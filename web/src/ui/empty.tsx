import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** Nothing here: what that means and what to do. */
export function Empty({ icon, title, children, action }: { icon: IconName; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="blank">
      <Icon name={icon} />
      <b className="semi">{title}</b>
      {children && <p className="xs mute">{children}</p>}
      {action}
    </div>
  )
}
