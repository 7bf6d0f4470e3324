import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { signUpMutation } from '@/api/generated/@tanstack/react-query.gen'
import { passwordHint, SHORTEST_PASSWORD } from '@/lib/password-hint'
import { fieldErrors, sentenceFor } from '@/lib/problem'
import { keptZone, timeZones } from '@/lib/time-zones'
import { Button } from '@/ui/button'
import { Field, Select } from '@/ui/field'
import { AccountFrame } from './account-frame'
import { PasswordField } from './password-field'
import { slugOf } from './slug'

const empty = { agencyName: '', slug: '', timeZone: keptZone(), ownerName: '', email: '', password: '' }

/** A new agency with its owner. Afterwards a full load: the board of the new agency says what to do first. */
export function SignUpPage() {
  const [form, setForm] = useState(empty)
  // Until somebody writes an address, the name suggests it.
  const [ownSlug, setOwnSlug] = useState(false)
  const signUp = useMutation({ ...signUpMutation(), onSuccess: () => location.assign('/board') })
  const errors = fieldErrors(signUp.error)
  const slug = ownSlug ? form.slug : slugOf(form.agencyName)
  const write = (field: keyof typeof empty) => (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signUp.mutate({ body: { ...form, slug, email: form.email.trim() } })
  }
  return (
    <AccountFrame
      title="Set up your agency"
      lead="Two minutes, then the chat is on your site."
      foot={
        <>
          You are already here?{' '}
          <Link to="/sign-in" className="link">
            Sign in
          </Link>
        </>
      }
    >
      <form onSubmit={submit} className="grid gap-3">
        <Field
          label="Agency"
          autoComplete="organization"
          required
          maxLength={120}
          value={form.agencyName}
          error={errors.agencyName}
          onChange={write('agencyName')}
        />
        <Field
          label="Short address"
          required
          maxLength={40}
          pattern="[a-z0-9](-?[a-z0-9])*"
          title="Small letters, digits and single hyphens"
          autoCapitalize="none"
          spellCheck={false}
          value={slug}
          error={errors.slug}
          hint={`Your public page is at /c/${slug || 'your-agency'}`}
          onChange={(event) => {
            setOwnSlug(true)
            write('slug')(event)
          }}
        />
        <Select label="Time zone" value={form.timeZone} error={errors.timeZone} onChange={write('timeZone')}>
          {timeZones().map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
        <Field
          label="Your name"
          autoComplete="name"
          required
          maxLength={120}
          value={form.ownerName}
          error={errors.ownerName}
          onChange={write('ownerName')}
        />
        <Field
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={form.email}
          error={errors.email}
          onChange={write('email')}
        />
        <PasswordField
          autoComplete="new-password"
          required
          minLength={SHORTEST_PASSWORD}
          value={form.password}
          error={errors.password}
          hint={passwordHint(form.password)}
          onChange={write('password')}
        />
        {signUp.isError && Object.keys(errors).length === 0 && (
          <p role="alert" className="msg-bad">
            {sentenceFor(signUp.error)}
          </p>
        )}
        <Button look="primary" size="lg" type="submit" disabled={signUp.isPending}>
          {signUp.isPending ? 'Setting up' : 'Set up the agency'}
        </Button>
      </form>
    </AccountFrame>
  )
}
