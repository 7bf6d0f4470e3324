import './assistant-settings.css'
import { type UseMutationResult, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  assistantEngineQueryKey,
  assistantSettingsOptions,
  assistantSettingsQueryKey,
  updateAssistantMutation,
} from '@/api/generated/@tanstack/react-query.gen'
import type { Options } from '@/api/generated/sdk.gen'
import type { AssistantSettings, UpdateAssistantData } from '@/api/generated/types.gen'
import { builtInBecause } from '@/lib/engine-words'
import { fieldErrors } from '@/lib/problem'
import { Panel } from '@/ui/panel'
import { SaveBar } from '@/ui/save-bar'
import { BudgetPanel } from './budget-panel'
import { ofCents, readCents } from './dollars'
import { EngineChoice } from './engine-choice'
import { KeyPanel } from './key-panel'
import { LastCalls } from './last-calls'
import { ModelList } from './model-list'
import { TestModel } from './test-model'

/** A form per version, as with the agency's other settings. */
export function AssistantPanel({ mayChange }: { mayChange: boolean }) {
  const { data, refetch } = useSuspenseQuery({ ...assistantSettingsOptions(), staleTime: Number.POSITIVE_INFINITY })
  const queries = useQueryClient()
  const save = useMutation({
    ...updateAssistantMutation(),
    onSuccess: (next) => {
      queries.setQueryData(assistantSettingsQueryKey(), next)
      void queries.invalidateQueries({ queryKey: assistantEngineQueryKey() })
    },
  })
  const reload = () => {
    save.reset()
    void refetch()
  }
  return (
    <div className="settings-form">
      <Form key={data.version} saved={data} mayChange={mayChange} save={save} onReload={reload} />
      <LastCalls />
    </div>
  )
}

type Props = {
  saved: AssistantSettings
  mayChange: boolean
  save: UseMutationResult<AssistantSettings, Error, Options<UpdateAssistantData>>
  onReload: () => void
}

const shown = ({ engine, models, budget }: AssistantSettings) => ({
  engine,
  models,
  dollars: ofCents(budget).replace('$', ''),
  key: '',
  removeKey: false,
})

function Form({ saved, mayChange, save, onReload }: Props) {
  const start = shown(saved)
  const [form, setForm] = useState(start)
  const [noAmount, setNoAmount] = useState(false)
  const errors = fieldErrors(save.error)
  const changed = JSON.stringify(form) !== JSON.stringify(start)
  const put = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const budget = readCents(form.dollars)
    setNoAmount(budget === null)
    if (budget === null) return
    const { engine, models, key, removeKey } = form
    save.mutate({
      headers: { 'If-Match': `"${saved.version}"` },
      body: { engine, models, budget, removeKey, ...(key && { key }) },
    })
  }
  const modelError = Object.entries(errors).find(([field]) => field.startsWith('models'))?.[1]

  return (
    <form onSubmit={submit} className="assistant-form">
      {!mayChange && <p className="note-line">Owners and admins change these. You can look.</p>}
      {saved.state.why && (
        <p className="note-line bad" role="status">
          <b className="semi">The built-in engine answers for now.</b> {builtInBecause[saved.state.why]}
        </p>
      )}
      <fieldset disabled={!mayChange}>
        <Panel title="Who helps the assistant">
          <EngineChoice engine={form.engine} onEngine={(engine) => put({ engine })} />
        </Panel>
        <Panel title="Models" count={form.models.length}>
          <ModelList models={form.models} error={modelError} onModels={(models) => put({ models })} />
        </Panel>
        <KeyPanel
          saved={saved}
          typed={form.key}
          removed={form.removeKey}
          error={errors.key}
          onTyped={(key) => put({ key, removeKey: false })}
          onRemoved={(removeKey) => put({ removeKey, key: '' })}
        />
        <BudgetPanel
          saved={saved}
          dollars={form.dollars}
          error={noAmount ? 'Write an amount such as 20 or 12.50.' : errors.budget}
          onDollars={(dollars) => put({ dollars })}
        />
      </fieldset>
      {mayChange && (
        <>
          <TestModel unsaved={changed} usable={saved.keyEnd != null || saved.operatorKey} />
          <SaveBar
            save={save}
            changed={changed}
            atField={Object.keys(errors).length > 0}
            onUndo={() => setForm(start)}
            onReload={onReload}
          />
        </>
      )}
    </form>
  )
}
