import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

const looks = { assistant: 'k-bot', waits: 'k-wait', member: 'k-me', info: 'k-info' } as const

/** One line that says who is talking and offers the one thing to do about it. */
export function Banner(props: {
  kind: keyof typeof looks
  icon: IconName
  title: string
  note?: ReactNode
  aside?: ReactNode
  action?: ReactNode
}) {
  const { kind, icon, title, note, aside, action } = props
  return (
    <div className={`banner ${looks[kind]}`} role="status">
      <Icon name={icon} />
      <span className="grow">
        <b className="semi">{title}</b> {note && <span className="ink2">{note}</span>}
      </span>
      {aside}
      {action}
    </div>
  )
}
