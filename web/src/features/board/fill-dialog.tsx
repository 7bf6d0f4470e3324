import { type FormEvent, useState } from 'react'
import { firstName } from '@/lib/names'
import { dayKey } from '@/lib/times'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, TextArea } from '@/ui/field'
import { missing } from './guards'
import type { Extras, Refusal } from './use-moves'

type Values = { lostReason: string; nurtureUntil: string; value: string; expectedClose: string }

const tomorrow = () => dayKey(new Date(Date.now() + 86_400_000))

/** What is wrong with what was typed, by field; only fields that this move needs are looked at. */
function problems(values: Values, needs: Set<string>): Partial<Record<keyof Values, string>> {
  return {
    ...(needs.has('LOST_REASON') && !values.lostReason.trim() && { lostReason: 'Say why, in a few words.' }),
    ...(needs.has('NURTURE_UNTIL') && !(values.nurtureUntil >= tomorrow()) && { nurtureUntil: 'Choose a day from tomorrow on.' }),
    ...(needs.has('VALUE_AND_CLOSE') && !(Number(values.value) > 0) && { value: 'A price above zero, digits only.' }),
    ...(needs.has('VALUE_AND_CLOSE') && !values.expectedClose && { expectedClose: 'Choose the expected day.' }),
  }
}

const extras = (values: Values, needs: Set<string>): Extras => ({
  ...(needs.has('LOST_REASON') && { lostReason: values.lostReason.trim() }),
  ...(needs.has('NURTURE_UNTIL') && { nurtureUntil: values.nurtureUntil }),
  ...(needs.has('VALUE_AND_CLOSE') && { valueMinor: Math.round(Number(values.value) * 100), expectedClose: values.expectedClose }),
})

/** A move that only lacks words or a day: ask for just that, then go on. */
export function FillDialog({ refusal, onClose, onMove }: { refusal: Refusal; onClose: () => void; onMove: (extras: Extras) => void }) {
  const { deal, toName, guards } = refusal
  const needs = new Set(missing(guards).map((guard) => guard.key))
  const [asked, setAsked] = useState(false)
  const [values, setValues] = useState<Values>({
    lostReason: '',
    nurtureUntil: '',
    value: deal.valueMinor != null ? String(deal.valueMinor / 100) : '',
    expectedClose: '',
  })
  const wrong = problems(values, needs)
  const errors = asked ? wrong : {}
  const bind = (key: keyof Values) => ({
    value: values[key],
    error: errors[key],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [key]: event.target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(wrong).length === 0) onMove(extras(values, needs))
  }
  return (
    <Dialog title={`Move ${firstName(deal.name)} to ${toName}`} onClose={onClose} sheet>
      <form className="grid gap-3" onSubmit={submit} noValidate>
        {needs.has('LOST_REASON') && <TextArea label={`Why was ${firstName(deal.name)} lost?`} maxLength={500} {...bind('lostReason')} />}
        {needs.has('NURTURE_UNTIL') && <Field label="Wake it up on" type="date" min={tomorrow()} {...bind('nurtureUntil')} />}
        {needs.has('VALUE_AND_CLOSE') && (
          <>
            <Field label={`Value in ${deal.currency}`} inputMode="numeric" {...bind('value')} />
            <Field label="Expected close" type="date" {...bind('expectedClose')} />
          </>
        )}
        <div className="row justify-end">
          <Button look="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit">
            Move to {toName}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
