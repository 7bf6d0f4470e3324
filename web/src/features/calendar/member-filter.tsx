import type { Calendar } from '@/api/generated/types.gen'

type Props = {
  members: Calendar['members']
  counts: Map<string, number>
  only: string[] | undefined
  me: string
  onOnly: (only: string[] | undefined) => void
}

/** Whose appointments are shown; everybody's until somebody is left out. */
export function MemberFilter({ members, counts, only, me, onOnly }: Props) {
  const shown = only ?? members.map((member) => member.id)
  const toggle = (id: string) => {
    const next = shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id]
    onOnly(next.length === members.length ? undefined : next)
  }
  return (
    <section aria-label="Members">
      <div className="sect mb-1">
        Members
        <span className="grow" />
        <button type="button" className="link" onClick={() => onOnly(only ? undefined : [me])}>
          {only ? 'Everybody' : 'Only me'}
        </button>
      </div>
      <ul className="who-list">
        {members.map((member) => (
          <li key={member.id} className={`m${member.colour}`}>
            <label className="row grow">
              <input type="checkbox" className="sw" checked={shown.includes(member.id)} onChange={() => toggle(member.id)} />
              <span className="grow clip">{member.name}</span>
            </label>
            <span className="xs mute num">{counts.get(member.id) ?? 0}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
