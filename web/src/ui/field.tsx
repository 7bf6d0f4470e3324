import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from '@/lib/classes'
import { Icon } from './icon'

type Common = { label: string; error?: string | undefined; hint?: ReactNode }

function Frame({ id, label, error, hint, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && !error && (
        <span className="hint" id={`${id}-note`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="msg-bad" id={`${id}-note`} role="alert">
          <Icon name="info" size="xs" />
          {error}
        </span>
      )}
    </div>
  )
}

const described = (id: string, { error, hint }: Common) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': error || hint ? `${id}-note` : undefined,
})

/** A labelled input; what is wrong with it stands under it and is read with it. */
export function Field({ label, error, hint, className, ...rest }: Common & ComponentProps<'input'>) {
  const id = useId()
  return (
    <Frame id={id} label={label} error={error} hint={hint}>
      <input {...rest} {...described(id, { label, error, hint })} className={classes('input', error && 'bad', className)} />
    </Frame>
  )
}

export function TextArea({ label, error, hint, className, ...rest }: Common & ComponentProps<'textarea'>) {
  const id = useId()
  return (
    <Frame id={id} label={label} error={error} hint={hint}>
      <textarea {...rest} {...described(id, { label, error, hint })} className={classes('area', error && 'bad', className)} />
    </Frame>
  )
}

export function Select({ label, error, hint, className, children, ...rest }: Common & ComponentProps<'select'>) {
  const id = useId()
  return (
    <Frame id={id} label={label} error={error} hint={hint}>
      <select {...rest} {...described(id, { label, error, hint })} className={classes('input', error && 'bad', className)}>
        {children}
      </select>
    </Frame>
  )
}

export function Check({ label, ...rest }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className="check-line">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  )
}
