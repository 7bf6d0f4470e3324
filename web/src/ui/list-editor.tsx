import { useState } from 'react'
import { Button } from './button'
import { Field } from './field'
import { IconButton } from './icon-button'

type Props = {
  label: string
  placeholder: string
  none: string
  wrong: string
  values: string[]
  error?: string | undefined
  read: (text: string) => string | null
  onChange: (values: string[]) => void
}

/** A list of short texts: write one, it joins; each can be taken out again. */
export function ListEditor({ label, placeholder, none, wrong, values, error, read, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)
  const add = () => {
    const value = read(typed)
    setRefused(value === null)
    if (value === null) return
    if (!values.includes(value)) onChange([...values, value])
    setTyped('')
  }
  return (
    <div className="grid gap-2">
      {values.length === 0 && <p className="xs mute">{none}</p>}
      <ul className="list-editor">
        {values.map((value) => (
          <li key={value}>
            <span className="grow clip">{value}</span>
            <IconButton icon="x" size="sm" label={`Remove ${value}`} onClick={() => onChange(values.filter((one) => one !== value))} />
          </li>
        ))}
      </ul>
      <div className="list-add">
        <Field
          label={label}
          placeholder={placeholder}
          value={typed}
          error={refused ? wrong : error}
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
    </div>
  )
}
