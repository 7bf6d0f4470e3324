import type { ComponentProps } from 'react'
import { buttonClass } from './button'
import { Icon, type IconName } from './icon'

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & { icon: IconName; label: string; size?: 'sm' | 'md' }

/** A square button that shows an icon; its label is its name and its tooltip. */
export function IconButton({ icon, label, size = 'md', className, ...rest }: Props) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={buttonClass('ghost', size, `sq ${className ?? ''}`)}>
      <Icon name={icon} {...(size === 'sm' ? { size: 'sm' } : {})} />
    </button>
  )
}
