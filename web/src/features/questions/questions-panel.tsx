import './questions.css'
import { type UseMutationResult, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { questionSettingsOptions, questionSettingsQueryKey, updateQuestionsMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { Options } from '@/api/generated/sdk.gen'
import type { QuestionLine, QuestionSettings, UpdateQuestionsData } from '@/api/generated/types.gen'
import { fieldErrors } from '@/lib/problem'
import { Select } from '@/ui/field'
import { ListEditor } from '@/ui/list-editor'
import { Panel } from '@/ui/panel'
import { SaveBar } from '@/ui/save-bar'
import { Tabs } from '@/ui/tabs'
import { ExampleTalk } from './example-talk'
import { changeOf, moved, type Plan, type Track, tracks } from './plan'
import { QuestionRow } from './question-row'
import { useReorder } from './use-reorder'

const LONGEST_WORD = 60

const readWord = (text: string) => {
  const word = text.trim().replace(/\s+/g, ' ')
  return /[\p{L}\p{N}]/u.test(word) && word.length <= LONGEST_WORD ? word : null
}

/** What the assistant asks each kind of lead, and in which order. A form per version, so that nothing of anybody is overwritten silently. */
export function QuestionsPanel({ mayChange }: { mayChange: boolean }) {
  const { data, refetch } = useSuspenseQuery({ ...questionSettingsOptions(), staleTime: Number.POSITIVE_INFINITY })
  const queries = useQueryClient()
  const save = useMutation({
    ...updateQuestionsMutation(),
    onSuccess: (next) => queries.setQueryData(questionSettingsQueryKey(), next),
  })
  const reload = () => {
    save.reset()
    void refetch()
  }
  return <Form key={data.version} saved={data} mayChange={mayChange} save={save} onReload={reload} />
}

type Props = {
  saved: QuestionSettings
  mayChange: boolean
  save: UseMutationResult<QuestionSettings, Error, Options<UpdateQuestionsData>>
  onReload: () => void
}

function Form({ saved, mayChange, save, onReload }: Props) {
  const { version, ...start } = saved
  const [plan, setPlan] = useState<Plan>(start)
  const [track, setTrack] = useState<Track>('BUY')
  const [said, setSaid] = useState('')
  const errors = fieldErrors(save.error)
  const changed = JSON.stringify(plan) !== JSON.stringify(start)
  const questions = plan.lists.find((list) => list.track === track)?.questions ?? []
  const asked = questions.filter((line) => line.on).length
  const put = (next: QuestionLine[]) =>
    setPlan({ ...plan, lists: plan.lists.map((list) => (list.track === track ? { ...list, questions: next } : list)) })
  const reorder = useReorder(questions.length, (from, to) => {
    put(moved(questions, from, to))
    setSaid(`${questions[from]?.label} is now ${to + 1} of ${questions.length}`)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ headers: { 'If-Match': `"${version}"` }, body: changeOf(plan) })
  }

  return (
    <form onSubmit={submit} className="questions-settings">
      <div className="settings-form">
        {!mayChange && <p className="note-line">Owners and admins change these. You can look.</p>}
        <fieldset disabled={!mayChange}>
          <Panel title="Questions" count={asked}>
            <Tabs name="Kind of lead" tabs={tracks} current={track} onChange={setTrack} />
            <p className="xs mute">
              First of all: “Are you looking to buy, rent or sell?” Then these, in this order, the same for everybody. Protected traits
              can't be asked.
            </p>
            <ol className="question-list">
              {questions.map((line, index) => (
                <QuestionRow
                  key={line.question}
                  line={line}
                  place={`${index + 1} of ${questions.length}`}
                  dragged={reorder.dragged === index}
                  handle={reorder.handle(index)}
                  errors={{
                    english: errors[`lists.${track}[${index}].english`],
                    spanish: errors[`lists.${track}[${index}].spanish`],
                    when: errors[`lists.${track}[${index}].when.value`] ?? errors[`lists.${track}[${index}].when.key`],
                  }}
                  onChange={(change) => put(questions.map((one) => (one === line ? { ...one, ...change } : one)))}
                />
              ))}
            </ol>
            <span className="vh" role="status">
              {said}
            </span>
          </Panel>
          <Panel title="When a lead does not say">
            <Select
              label="They count as somebody who wants to"
              value={plan.unsaid}
              onChange={(event) => setPlan({ ...plan, unsaid: tracks.find((one) => one.key === event.target.value)?.key ?? 'BUY' })}
            >
              {tracks.map(({ key, unsaid }) => (
                <option key={key} value={key}>
                  {unsaid}
                </option>
              ))}
            </Select>
          </Panel>
          <Panel title="Words that bring a person" count={plan.handoverWords.length}>
            <ListEditor
              label="Add a word"
              placeholder="Probate, short sale"
              none="None of yours yet. Fees, advice, offers, grief, anger and the wish for a person bring one anyway."
              wrong="A word or a phrase of 60 characters at most."
              values={plan.handoverWords}
              error={errors.handoverWords}
              read={readWord}
              onChange={(handoverWords) => setPlan({ ...plan, handoverWords })}
            />
          </Panel>
        </fieldset>
        {mayChange && (
          <SaveBar
            save={save}
            changed={changed}
            atField={Object.keys(errors).length > 0}
            onUndo={() => {
              save.reset()
              setPlan(start)
            }}
            onReload={onReload}
          />
        )}
      </div>
      <ExampleTalk questions={questions} />
    </form>
  )
}
