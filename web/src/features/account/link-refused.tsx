import { Link } from '@tanstack/react-router'
import { Problem, sentenceFor } from '@/lib/problem'
import { buttonClass } from '@/ui/button'
import { AccountFrame } from './account-frame'

/** Used, too old, or opened in another browser than the one that asked. Each says what to do next. */
export function LinkRefused({ error }: { error: unknown }) {
  const elsewhere = error instanceof Problem && error.code === 'other-browser'
  return (
    <AccountFrame
      title={elsewhere ? 'Go back to the browser that asked' : 'This link no longer works'}
      lead={elsewhere ? 'So nobody who gets hold of your e-mail can come in with it.' : 'Links work once and for ten minutes.'}
    >
      <p role="alert" className="note-sent">
        {sentenceFor(error)}
      </p>
      <Link to="/sign-in" className={buttonClass('primary', 'lg')}>
        Ask for a new link here
      </Link>
    </AccountFrame>
  )
}
