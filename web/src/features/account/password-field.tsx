import { type ComponentProps, type ReactNode, useState } from 'react'
import { Field } from '@/ui/field'
import { IconButton } from '@/ui/icon-button'

type Props = Omit<ComponentProps<typeof Field>, 'type' | 'label'> & { label?: string; aside?: ReactNode }

/** A password that its writer may look at. `aside` stands at the right of the label. */
export function PasswordField({ label = 'Password', aside, ...props }: Props) {
  const [shown, setShown] = useState(false)
  const name = label.toLowerCase()
  return (
    <div className="secret">
      <Field {...props} label={label} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      {aside && <span className="secret-aside">{aside}</span>}
      <IconButton
        icon="eye"
        size="sm"
        label={shown ? `Hide the ${name}` : `Show the ${name}`}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      />
    </div>
  )
}
