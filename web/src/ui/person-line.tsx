import { LeadAvatar, type MemberRef, OwnerAvatar } from './avatar'
import { Grade, type GradeRef } from './grade'

type Props = {
  name: string
  grade: GradeRef | null | undefined
  wish: string
  value?: string
  owner: MemberRef | null | undefined
}

/** Initials, name, grade, what they want, value, owner, in one row. */
export function PersonLine({ name, grade, wish, value, owner }: Props) {
  return (
    <div className="row">
      <LeadAvatar name={name} />
      <span className="med num clip">{name}</span>
      <Grade grade={grade} />
      <span className="mute clip grow">{wish}</span>
      {value && <span className="num">{value}</span>}
      <OwnerAvatar owner={owner} />
    </div>
  )
}
