import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { changeSecurityMutation, securitySettingsOptions, securitySettingsQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import type { SecuritySettings } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { MemberAvatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'

const choices: { key: SecuritySettings['secondFactor']; label: string; note: string }[] = [
  { key: 'NOBODY', label: 'Nobody', note: 'Each member decides. We advise it to owners and admins.' },
  { key: 'ADMINS', label: 'Owners and admins', note: 'Those who can change settings, export and delete.' },
  { key: 'EVERYONE', label: 'Everyone', note: 'All members, viewers too.' },
]

/** Whom the agency asks for a second step, and who does not have one yet. */
export function MfaPolicyPanel() {
  const { data: saved } = useSuspenseQuery(securitySettingsOptions())
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(saved.secondFactor)
  const save = useMutation({
    ...changeSecurityMutation(),
    onSuccess: (next) => {
      queries.setQueryData(securitySettingsQueryKey(), next)
      // Who asks for a second step and has none is the first to set one up: every answer is asked for again.
      void queries.invalidateQueries()
    },
  })
  const changed = chosen !== saved.secondFactor
  return (
    <Panel title="Second step at sign-in">
      <fieldset className="policy">
        <legend>Who must have one</legend>
        {choices.map((choice) => (
          <label key={choice.key} className="policy-choice">
            <input type="radio" name="second-factor" checked={chosen === choice.key} onChange={() => setChosen(choice.key)} />
            <span>
              <b className="semi block">{choice.label}</b>
              <span className="mute xs">{choice.note}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {saved.without.length === 0 ? (
        <p className="ink2">
          {saved.members === 1 ? 'The only member has a second step.' : `All ${saved.members} members have a second step.`}
        </p>
      ) : (
        <div className="grid gap-2">
          <p className="ink2">
            {saved.without.length} of {saved.members} have none yet. Where you ask for one, they set it up at their next click and lose
            nothing.
          </p>
          <ul className="policy-without" aria-label="Members without a second step">
            {saved.without.map((member) => (
              <li key={member.id}>
                <MemberAvatar {...member} size={20} />
                {member.name}
              </li>
            ))}
          </ul>
        </div>
      )}
      {save.isError && (
        <p role="alert" className="msg-bad">
          {sentenceFor(save.error)}
        </p>
      )}
      <div className="row">
        <span className="grow xs mute" role="status">
          {changed ? 'Not saved yet.' : save.isSuccess ? 'Saved.' : ''}
        </span>
        <Button look="primary" disabled={!changed || save.isPending} onClick={() => save.mutate({ body: { secondFactor: chosen } })}>
          {save.isPending ? 'Saving' : 'Save'}
        </Button>
      </div>
    </Panel>
  )
}
