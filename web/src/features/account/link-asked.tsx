import { useEffect, useRef } from 'react'
import { Button } from '@/ui/button'
import { AccountFrame } from './account-frame'
import { CodeForm } from './code-form'

type Props = { email: string; what: string; next: string; onBack: () => void }

/** The same for an address that nobody knows here: the page does not know it either. */
export function LinkAsked({ email, what, next, onBack }: Props) {
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  return (
    <AccountFrame title="Look in your inbox" lead="The link works once, for ten minutes, in this browser.">
      <p ref={said} tabIndex={-1} role="status" className="note-sent">
        If <b className="semi">{email}</b> has an account, {what} is on its way.
      </p>
      <CodeForm next={next} />
      <p className="mute text-md">
        Nothing came? Look in the spam folder, or{' '}
        <Button look="ghost" size="sm" onClick={onBack}>
          try another address
        </Button>
      </p>
    </AccountFrame>
  )
}
