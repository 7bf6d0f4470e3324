import { Suspense, useEffect, useRef, useState } from 'react'
import { askForProofWith } from '@/api/step-up'
import { Dialog } from '@/ui/dialog'
import { ConfirmForm } from './confirm-form'

type Question = { answer: (proven: boolean) => void }

/** A button that is disabled while it works has lost the focus, and can take it again only when its work is over. */
function giveFocusBack(to: Element | null, frames = 60) {
  requestAnimationFrame(() => {
    if (!(to instanceof HTMLElement) || !to.isConnected || document.activeElement !== document.body) return
    to.focus()
    if (document.activeElement !== to && frames > 0) giveFocusBack(to, frames - 1)
  })
}

/** Stands over whatever asked for something that would hurt; when it is answered, that goes on by itself. */
export function ConfirmDialog() {
  const [question, setQuestion] = useState<Question | null>(null)
  const focused = useRef<Element | null>(null)
  useEffect(() => askForProofWith(() => new Promise((answer) => setQuestion({ answer }))), [])
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element && !target.closest('dialog')) focused.current = target
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  if (!question) return null
  const close = (proven: boolean) => {
    setQuestion(null)
    question.answer(proven)
    giveFocusBack(focused.current)
  }
  return (
    <Dialog title="Confirm that it is you" onClose={() => close(false)} sheet>
      <p className="ink2">This changes who can get in, or what leaves the agency. After this you are not asked again for 10 minutes.</p>
      <Suspense fallback={<p className="mute">Looking up your ways to confirm</p>}>
        <ConfirmForm onConfirmed={() => close(true)} onCancel={() => close(false)} />
      </Suspense>
    </Dialog>
  )
}
