import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { setWorkingHoursMutation, teamOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { Hours, TeamMember } from '@/api/generated/types.gen'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { timeZones } from '@/lib/time-zones'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { IconButton } from '@/ui/icon-button'
import { Panel } from '@/ui/panel'
import { dayShifts, objection, shortTime, weekdays } from './shifts'

type Props = { memberId: string; me: string; mayChange: boolean; onMember: (id: string) => void }

/** When a member can be booked, in the member's own zone. */
export function WorkingHours({ memberId, me, mayChange, onMember }: Props) {
  const { data: team } = useSuspenseQuery(teamOptions())
  const member = team.find((one) => one.id === memberId) ?? team[0]
  if (!member) return null
  return (
    <div className="settings-form">
      <Select label="Whose hours" value={member.id} onChange={(event) => onMember(event.target.value)}>
        {team.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <HoursForm key={member.id} member={member} mayChange={mayChange || member.id === me} />
    </div>
  )
}

/** Shifts carry a key while they are edited: their times change under the fingers. */
type Shift = Hours & { key: number }

function HoursForm({ member, mayChange }: { member: TeamMember; mayChange: boolean }) {
  const queries = useQueryClient()
  const [timeZone, setTimeZone] = useState(member.timeZone)
  const [shifts, setShifts] = useState<Shift[]>(() =>
    member.workingHours.map(({ weekday, opens, closes }, key) => ({ key, weekday, opens: shortTime(opens), closes: shortTime(closes) })),
  )
  const save = useMutation({ ...setWorkingHoursMutation(), onSuccess: () => queries.invalidateQueries() })
  const errors = fieldErrors(save.error)
  const wrong = weekdays.some((_, index) => objection(dayShifts(shifts, index + 1)))
  const change = (next: Shift[]) => {
    setShifts(next)
    save.reset()
  }
  const nextKey = () => Math.max(-1, ...shifts.map((shift) => shift.key)) + 1
  const add = (weekday: number) => {
    const last = shifts.filter((shift) => shift.weekday === weekday).at(-1)
    const [opens, closes] = last ? [last.closes, '18:00'] : ['09:00', '18:00']
    change([...shifts, { key: nextKey(), weekday, opens, closes }])
  }
  const likeMonday = () => {
    const monday = shifts.filter((shift) => shift.weekday === 1)
    const others = shifts.filter((shift) => shift.weekday === 1 || shift.weekday > 5)
    let key = nextKey()
    change([...others, ...[2, 3, 4, 5].flatMap((weekday) => monday.map((shift) => ({ ...shift, weekday, key: key++ })))])
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const hours = shifts.map(({ weekday, opens, closes }) => ({ weekday, opens, closes }))
    save.mutate({ path: { id: member.id }, body: { timeZone, hours } })
  }
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!mayChange} className="grid gap-3">
        {!mayChange && <p className="note-line">{member.name}, owners and admins change these.</p>}
        <Panel title={`Working hours of ${member.name}`}>
          <Select
            label="In the time zone of"
            value={timeZone}
            error={errors.timeZone}
            onChange={(event) => {
              setTimeZone(event.target.value)
              save.reset()
            }}
          >
            {[...new Set([timeZone, ...timeZones()])].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
          <ul className="shift-days">
            {weekdays.map((name, index) => (
              <Day key={name} name={name} weekday={index + 1} shifts={shifts} onChange={change} onAdd={() => add(index + 1)} />
            ))}
          </ul>
          <p className="xs mute">Free times for the assistant, the booking page and the team come from these hours.</p>
        </Panel>
        {save.isError && (
          <p role="alert" className="msg-bad">
            {errors.hours ?? sentenceFor(save.error)}
          </p>
        )}
        <div className="row settings-save">
          <span className="grow xs mute" role="status">
            {save.isSuccess ? 'Saved.' : ''}
          </span>
          <Button onClick={likeMonday}>Monday's hours for all weekdays</Button>
          <Button look="primary" type="submit" disabled={wrong || save.isPending}>
            {save.isPending ? 'Saving' : 'Save hours'}
          </Button>
        </div>
      </fieldset>
    </form>
  )
}

type DayProps = { name: string; weekday: number; shifts: Shift[]; onChange: (shifts: Shift[]) => void; onAdd: () => void }

function Day({ name, weekday, shifts, onChange, onAdd }: DayProps) {
  const mine = shifts.filter((shift) => shift.weekday === weekday)
  const wrong = objection(mine)
  const put = (key: number, times: Partial<Hours>) => onChange(shifts.map((shift) => (shift.key === key ? { ...shift, ...times } : shift)))
  return (
    <li>
      <span className="med">{name}</span>
      <div className="grid gap-1.5">
        {mine.length === 0 && <span className="mute closed-day">Closed</span>}
        {mine.map((shift) => (
          <div key={shift.key} className="row">
            <input
              type="time"
              className="input time"
              aria-label={`${name}, from`}
              value={shift.opens}
              onChange={(event) => put(shift.key, { opens: event.target.value })}
            />
            <span className="mute">to</span>
            <input
              type="time"
              className="input time"
              aria-label={`${name}, until`}
              value={shift.closes}
              onChange={(event) => put(shift.key, { closes: event.target.value })}
            />
            <IconButton
              icon="x"
              size="sm"
              label={`Remove ${shift.opens} to ${shift.closes} on ${name}`}
              onClick={() => onChange(shifts.filter((one) => one !== shift))}
            />
          </div>
        ))}
        {wrong && (
          <span className="msg-bad" role="alert">
            {wrong}
          </span>
        )}
      </div>
      <IconButton icon="plus" size="sm" label={`Add hours on ${name}`} onClick={onAdd} />
    </li>
  )
}
