import { type UseMutationResult, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { agencySettingsOptions, agencySettingsQueryKey, meQueryKey, updateAgencyMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { Options } from '@/api/generated/sdk.gen'
import type { AgencySettings, UpdateAgencyData } from '@/api/generated/types.gen'
import { fieldErrors } from '@/lib/problem'
import { timeZones } from '@/lib/time-zones'
import { Field, Select } from '@/ui/field'
import { ListEditor } from '@/ui/list-editor'
import { Panel } from '@/ui/panel'
import { SaveBar } from '@/ui/save-bar'
import { AccentPicker } from './accent-picker'
import { readArea, readOrigin } from './origins'

/** A form per version: what somebody else saved meanwhile starts it anew, never silently over what is being written. */
export function AgencyForm({ mayChange }: { mayChange: boolean }) {
  const { data, refetch } = useSuspenseQuery({ ...agencySettingsOptions(), staleTime: Number.POSITIVE_INFINITY })
  const queries = useQueryClient()
  const save = useMutation({
    ...updateAgencyMutation(),
    onSuccess: (next) => {
      queries.setQueryData(agencySettingsQueryKey(), next)
      void queries.invalidateQueries({ queryKey: meQueryKey() })
    },
  })
  const reload = () => {
    save.reset()
    void refetch()
  }
  return <Form key={data.version} saved={data} mayChange={mayChange} save={save} onReload={reload} />
}

type Props = {
  saved: AgencySettings
  mayChange: boolean
  save: UseMutationResult<AgencySettings, Error, Options<UpdateAgencyData>>
  onReload: () => void
}

const currencies = [
  'USD',
  'GBP',
  'EUR',
  'CAD',
  'AUD',
  'NZD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'JPY',
  'SGD',
  'AED',
  'INR',
  'BRL',
  'MXN',
  'ZAR',
]

function Form({ saved, mayChange, save, onReload }: Props) {
  const { slug, version, ...start } = saved
  const [form, setForm] = useState(start)
  const errors = fieldErrors(save.error)
  const changed = JSON.stringify(form) !== JSON.stringify(start)
  const put = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ headers: { 'If-Match': `"${version}"` }, body: form })
  }

  return (
    <form onSubmit={submit} className="settings-form">
      {!mayChange && <p className="note-line">Owners and admins change these. You can look.</p>}
      <fieldset disabled={!mayChange}>
        <Panel title="Agency">
          <Field
            label="Name"
            required
            maxLength={120}
            value={form.name}
            error={errors.name}
            hint={`Your public page is at /c/${slug}; the address stays.`}
            onChange={(event) => put({ name: event.target.value })}
          />
          <div className="two">
            <Select
              label="Time zone"
              value={form.timeZone}
              error={errors.timeZone}
              onChange={(event) => put({ timeZone: event.target.value })}
            >
              {[...new Set([form.timeZone, ...timeZones()])].map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
            <Select
              label="Currency"
              value={form.currency}
              error={errors.currency}
              onChange={(event) => put({ currency: event.target.value })}
            >
              {[...new Set([form.currency, ...currencies])].map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </Select>
          </div>
          <Field
            label="The assistant is called"
            required
            maxLength={60}
            value={form.assistantName}
            error={errors.assistantName}
            hint="It always says that it is automated."
            onChange={(event) => put({ assistantName: event.target.value })}
          />
        </Panel>
        <Panel title="Colour of the front door">
          <AccentPicker hue={form.accentHue} saved={saved.accentHue} onHue={(accentHue) => put({ accentHue })} />
        </Panel>
        <Panel title="Where the chat may stand" count={form.allowedOrigins.length}>
          <ListEditor
            label="Add a site"
            placeholder="https://www.your-agency.com"
            none="No site yet: until one is added, only your public page shows the chat."
            wrong="A site is like https://www.your-agency.com, without a path."
            values={form.allowedOrigins}
            error={errors.allowedOrigins}
            read={readOrigin}
            onChange={(allowedOrigins) => put({ allowedOrigins })}
          />
        </Panel>
        <Panel title="Areas you work in" count={form.areas.length}>
          <ListEditor
            label="Add an area"
            placeholder="Name of a town or neighbourhood"
            none="No area yet: the assistant takes any place name as it is written."
            wrong="An area has 80 characters at most."
            values={form.areas}
            error={errors.areas}
            read={readArea}
            onChange={(areas) => put({ areas })}
          />
        </Panel>
      </fieldset>
      {mayChange && (
        <SaveBar save={save} changed={changed} atField={Object.keys(errors).length > 0} onUndo={() => setForm(start)} onReload={onReload} />
      )}
    </form>
  )
}
