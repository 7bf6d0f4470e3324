import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/lib/classes'
import { Icon, type IconName } from './icon'

type Look = 'default' | 'primary' | 'ghost' | 'danger'
type Size = 'sm' | 'md' | 'lg'

type Props = ComponentProps<'button'> & { look?: Look; size?: Size; icon?: IconName; children: ReactNode }

export const buttonClass = (look: Look = 'default', size: Size = 'md', extra?: string) =>
  classes('btn', look !== 'default' && look, size !== 'md' && size, extra)

export function Button({ look = 'default', size = 'md', icon, className, children, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={buttonClass(look, size, className)}>
      {icon && <Icon name={icon} size="sm" />}
      {children}
    </button>
  )
}
