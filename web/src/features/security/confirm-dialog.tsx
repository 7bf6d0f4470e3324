import { Suspense, useEffect, useState } from 'react'
import { askForProofWith } from '@/api/step-up'
import { Dialog } from '@/ui/dialog'
import { ConfirmForm } from './confirm-form'

type Question = { answer: (proven: boolean) => void }

/** Stands over whatever asked for something that would hurt; when it is answered, that goes on by itself. */
export function ConfirmDialog() {
  const [question, setQuestion] = useState<Question | null>(null)
  useEffect(() => askForProofWith(() => new Promise((answer) => setQuestion({ answer }))), [])
  if (!question) return null
  const close = (proven: boolean) => {
    setQuestion(null)
    question.answer(proven)
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
