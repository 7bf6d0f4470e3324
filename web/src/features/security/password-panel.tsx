import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { changePasswordMutation, meOptions, meQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { passwordHint, SHORTEST_PASSWORD } from '@/lib/password-hint'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Panel } from '@/ui/panel'

const empty = { present: '', password: '' }

/** Changing it ends every other session of this person. */
export function PasswordPanel() {
  const queries = useQueryClient()
  const { data: me } = useSuspenseQuery(meOptions())
  const [form, setForm] = useState(empty)
  const change = useMutation({
    ...changePasswordMutation(),
    onSuccess: () => {
      setForm(empty)
      return queries.invalidateQueries({ queryKey: meQueryKey() })
    },
  })
  const errors = fieldErrors(change.error)
  const write = (field: keyof typeof empty) => (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ body: form })
  }
  return (
    <Panel title="Password">
      {me.user.mustChangePassword && (
        <p className="note-line bad" role="alert">
          Your password is on a list of stolen ones, which is tried first. Choose another one now.
        </p>
      )}
      <form onSubmit={submit} className="grid gap-3">
        <Field
          label="Present password"
          type="password"
          autoComplete="current-password"
          required
          value={form.present}
          error={errors.present}
          onChange={write('present')}
        />
        <Field
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          minLength={SHORTEST_PASSWORD}
          value={form.password}
          error={errors.password}
          hint={passwordHint(form.password)}
          onChange={write('password')}
        />
        {change.isError && Object.keys(errors).length === 0 && (
          <p role="alert" className="msg-bad">
            {sentenceFor(change.error)}
          </p>
        )}
        <div className="row">
          <Button type="submit" disabled={change.isPending}>
            Change password
          </Button>
          <span role="status" className="mute">
            {change.isSuccess
              ? 'Changed. You are signed out everywhere else.'
              : 'You stay signed in here and are signed out everywhere else.'}
          </span>
        </div>
      </form>
    </Panel>
  )
}
