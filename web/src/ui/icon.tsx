import { classes } from '@/lib/classes'
import { iconShapes } from './icon-shapes'

export type IconName = keyof typeof iconShapes

/** Decorative by rule: whatever it says is also said in words beside it or in the control's name. */
export function Icon({ name, size, className }: { name: IconName; size?: 'xs' | 'sm'; className?: string }) {
  return (
    <svg className={classes('i', size, className)} viewBox="0 0 16 16" aria-hidden="true">
      {iconShapes[name]}
    </svg>
  )
}
