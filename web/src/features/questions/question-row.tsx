import { type ComponentProps, useState } from 'react'
import type { QuestionLine } from '@/api/generated/types.gen'
import { classes } from '@/lib/classes'
import { Field } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { IconButton } from '@/ui/icon-button'
import { ConditionEditor } from './condition-editor'
import { conditionWords } from './plan'

type Props = {
  line: QuestionLine
  place: string
  dragged: boolean
  handle: Pick<ComponentProps<'button'>, 'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>
  errors: { english?: string | undefined; spanish?: string | undefined; when?: string | undefined }
  onChange: (change: Partial<QuestionLine>) => void
}

/** One question at its place; its words and its condition unfold. */
export function QuestionRow({ line, place, dragged, handle, errors, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const wrong = errors.english || errors.spanish || errors.when
  return (
    <li className={classes('question', dragged && 'dragged', !line.on && 'off')}>
      <div className="question-line">
        <button type="button" className="grip" aria-label={`Move ${line.label}, ${place}`} title="Drag, or press the arrows" {...handle}>
          <Icon name="grip" size="sm" />
        </button>
        <input
          type="checkbox"
          aria-label={`Ask: ${line.label}`}
          checked={line.on}
          disabled={line.fixed}
          onChange={(event) => onChange({ on: event.target.checked })}
        />
        <span className="grow">
          <b className="semi">{line.label}</b>
          <span className="block xs mute">{line.english || line.standardEnglish}</span>
          {line.when && <span className="block xs ink2">{conditionWords(line.when)}</span>}
        </span>
        <select
          className="input need"
          aria-label={`How much ${line.label} is needed`}
          value={line.need}
          disabled={line.fixed || !line.on}
          onChange={(event) => onChange({ need: event.target.value === 'REQUIRED' ? 'REQUIRED' : 'OPTIONAL' })}
        >
          <option value="REQUIRED">Always</option>
          <option value="OPTIONAL">If there is time</option>
        </select>
        <IconButton
          icon={open ? 'down' : 'pen'}
          size="sm"
          label={`${open ? 'Close' : 'Word'} ${line.label}`}
          aria-expanded={open || !!wrong}
          onClick={() => setOpen(!open)}
        />
      </div>
      {(open || wrong) && (
        <div className="question-words">
          <Field
            label="In your words"
            placeholder={line.standardEnglish}
            maxLength={200}
            value={line.english ?? ''}
            error={errors.english}
            onChange={(event) => onChange({ english: event.target.value || null })}
          />
          <Field
            label="In Spanish"
            lang="es"
            placeholder={line.standardSpanish}
            maxLength={200}
            value={line.spanish ?? ''}
            error={errors.spanish}
            onChange={(event) => onChange({ spanish: event.target.value || null })}
          />
          {!line.fixed && (
            <ConditionEditor name={line.label} when={line.when ?? null} error={errors.when} onChange={(when) => onChange({ when })} />
          )}
        </div>
      )}
    </li>
  )
}
