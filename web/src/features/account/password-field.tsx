import { type ComponentProps, useState } from 'react'
import { Field } from '@/ui/field'
import { IconButton } from '@/ui/icon-button'

/** A password that its writer may look at. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type' | 'label'>) {
  const [shown, setShown] = useState(false)
  return (
    <div className="secret">
      <Field {...props} label="Password" type={shown ? 'text' : 'password'} />
      <IconButton
        icon="eye"
        size="sm"
        label={shown ? 'Hide the password' : 'Show the password'}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      />
    </div>
  )
}
