import { type ReactNode, type Ref, useId } from 'react'
import { classes } from '@/lib/classes'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import { Kbd } from './kbd'

export type Legal = { key: string; icon: IconName; look: 'yes' | 'no' | 'note'; text: string }

type Props = {
  name: string
  value: string
  onChange: (value: string) => void
  onSend: () => void
  sending?: boolean
  /** Why sending is not possible now, with what to do instead in `instead`; Send is never silently dead. */
  blocked?: { reason: string; instead: ReactNode } | undefined
  channels?: ReactNode
  legality?: Legal[]
  placeholder?: string
  textRef?: Ref<HTMLTextAreaElement>
  error?: string | undefined
}

/** The box to answer in. Under it, per channel, one line says what may be sent and why. */
export function Composer(props: Props) {
  const { name, value, onChange, onSend, sending, blocked, channels, legality, placeholder, textRef, error } = props
  const id = useId()
  const send = () => value.trim() && !sending && !blocked && onSend()
  return (
    <form
      className="box composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {channels && <div className="ch-tabs">{channels}</div>}
      <textarea
        ref={textRef}
        className="typing"
        aria-label={name}
        aria-describedby={legality ? id : undefined}
        placeholder={placeholder}
        rows={2}
        maxLength={4000}
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            send()
          }
        }}
      />
      {error && (
        <p className="msg-bad px-3" role="alert">
          <Icon name="info" size="xs" />
          {error}
        </p>
      )}
      {blocked ? (
        <div className="cstate blocked">
          <Icon name="lock" size="sm" />
          <span className="grow">{blocked.reason}</span>
          {blocked.instead}
        </div>
      ) : (
        <div className="tools">
          <span className="grow" />
          <span className="desk-only">
            <Kbd>Ctrl Enter</Kbd>
          </span>
          <Button look="primary" size="sm" icon="send" type="submit" disabled={sending || !value.trim()}>
            {sending ? 'Sending' : 'Send'}
          </Button>
        </div>
      )}
      {legality && legality.length > 0 && (
        <div className="legal" id={id}>
          {legality.map((line) => (
            <span key={line.key} className={classes(line.look === 'yes' && 'y', line.look === 'no' && 'n')}>
              <Icon name={line.icon} size="xs" />
              {line.text}
            </span>
          ))}
        </div>
      )}
    </form>
  )
}
