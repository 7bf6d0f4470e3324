import { useState } from 'react'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { IconButton } from '@/ui/icon-button'

const MOST = 5
const isName = (text: string) => /^[\w.:/@+-]{1,120}$/.test(text)

type Props = { models: string[]; error: string | undefined; onModels: (models: string[]) => void }

/** The first is asked first; the next only when it can't answer. */
export function ModelList({ models, error, onModels }: Props) {
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)
  const add = () => {
    const name = typed.trim()
    setRefused(!isName(name))
    if (!isName(name)) return
    if (!models.includes(name)) onModels([...models, name])
    setTyped('')
  }
  const earlier = (at: number) => onModels(models.map((name, i) => (i === at - 1 ? models[at] : i === at ? models[at - 1] : name) ?? name))
  return (
    <>
      {models.length === 0 && <p className="xs mute">No model yet. Add one by the name that your provider gives it.</p>}
      <ol className="model-list">
        {models.map((name, at) => (
          <li key={name}>
            <span className="num mute">{at + 1}</span>
            <span className="grow clip">{name}</span>
            <Button size="sm" aria-label={`Ask earlier: ${name}`} disabled={at === 0} onClick={() => earlier(at)}>
              Ask earlier
            </Button>
            <IconButton icon="x" size="sm" label={`Remove ${name}`} onClick={() => onModels(models.filter((one) => one !== name))} />
          </li>
        ))}
      </ol>
      {models.length < MOST && (
        <div className="list-add">
          <Field
            label="Add a model"
            placeholder="openai/gpt-4o-mini"
            value={typed}
            error={refused ? 'A model is named like openai/gpt-4o-mini.' : error}
            onChange={(event) => {
              setTyped(event.target.value)
              setRefused(false)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (typed.trim()) add()
            }}
          />
          <Button icon="plus" disabled={!typed.trim()} onClick={add}>
            Add
          </Button>
        </div>
      )}
    </>
  )
}
