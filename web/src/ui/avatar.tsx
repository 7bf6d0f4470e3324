import { classes } from '@/lib/classes'
import { initials } from '@/lib/names'
import { Icon } from './icon'

export type MemberRef = { name: string; initials: string; colour: number }

type Size = 16 | 18 | 20 | 24 | 28 | 32 | 44
const sized = (size: Size) => (size === 20 ? '' : `s${size}`)

/** A member of the agency: solid, in the colour that the agency gave. */
export function MemberAvatar({ name, initials: letters, colour, size = 18 }: MemberRef & { size?: Size }) {
  return (
    <span className={classes('av', sized(size), `m${colour}`)} role="img" aria-label={name} title={name}>
      {letters}
    </span>
  )
}

/** The owner of a lead, deal or appointment, or the dashed circle that says there is none. */
export function OwnerAvatar({ owner, size = 18 }: { owner: MemberRef | null | undefined; size?: Size }) {
  if (owner) return <MemberAvatar {...owner} size={size} />
  return (
    <span className={classes('av none', sized(size))} role="img" aria-label="No owner yet" title="No owner yet">
      <Icon name="user" size="xs" />
    </span>
  )
}

/** A lead: quiet grey initials; always stands beside the name, so it is decoration. */
export function LeadAvatar({ name, initials: letters = initials(name), size = 24 }: { name: string; initials?: string; size?: Size }) {
  return (
    <span className={classes('av lead', sized(size))} aria-hidden="true">
      {letters}
    </span>
  )
}

export function AssistantAvatar({ size = 24 }: { size?: Size }) {
  return (
    <span className={classes('av door', sized(size))} role="img" aria-label="Assistant" title="Assistant">
      <Icon name="door" />
    </span>
  )
}
