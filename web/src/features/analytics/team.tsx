import { Link } from '@tanstack/react-router'
import type { TeamRow } from '@/api/generated/types.gen'
import { count } from '@/lib/money'
import { MemberAvatar } from '@/ui/avatar'
import { FigScroll } from './fig-scroll'

/** Per member: how many leads, bookings and deals won. */
export function Team({ rows }: { rows: TeamRow[] }) {
  return (
    <section className="panel fig f-e" aria-labelledby="team-title">
      <h2 id="team-title">Team</h2>
      <FigScroll name="Team">
        <table className="tbl">
          <caption className="vh">{reading(rows)}</caption>
          <thead>
            <tr>
              <th scope="col">Agent</th>
              <th scope="col" className="tar">
                Leads
              </th>
              <th scope="col" className="tar">
                Booked
              </th>
              <th scope="col" className="tar">
                Won
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ member, leads, booked, won }) => (
              <tr key={member.id}>
                <th scope="row">
                  <span className="row">
                    <MemberAvatar {...member} />
                    {member.name}
                  </span>
                </th>
                <td className="tar">
                  <Link to="/leads" search={{ owner: member.id }} className="link" aria-label={`${count(leads)} leads of ${member.name}`}>
                    {count(leads)}
                  </Link>
                </td>
                <td className="tar">{count(booked)}</td>
                <td className="tar semi">{count(won)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </FigScroll>
      <p className="cap xs mute">{reading(rows)}</p>
    </section>
  )
}

export function reading(rows: TeamRow[]) {
  const leads = rows.reduce((sum, row) => sum + row.leads, 0)
  const booked = rows.reduce((sum, row) => sum + row.booked, 0)
  const won = rows.reduce((sum, row) => sum + row.won, 0)
  return `Together ${count(leads)} leads, ${count(booked)} booked, ${count(won)} won.`
}
