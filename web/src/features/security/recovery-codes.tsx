import { useState } from 'react'
import { Button, buttonClass } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Icon } from '@/ui/icon'

/** Shown once: to copy, to save, to print. */
export function RecoveryCodes({ codes, onDone, done }: { codes: string[]; onDone: () => void; done: string }) {
  const [said, setSaid] = useState('')
  const text = `Doorstep recovery codes. Each works once.\n\n${codes.join('\n')}\n`
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setSaid('Copied'),
      () => setSaid('Select them and press Ctrl C'),
    )
  return (
    <div className="grid gap-3">
      <p className="ink2">
        Keep them where you keep other keys. Each one lets you in once, when your phone or passkey is gone. They are shown now and never
        again.
      </p>
      <ol className="recovery-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="codes-foot">
        <Button onClick={() => void copy()}>Copy codes</Button>
        <a
          className={buttonClass()}
          download="doorstep-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          <Icon name="export" size="sm" />
          Save as a file
        </a>
        <span className="xs mute grow" role="status">
          {said}
        </span>
        <Button look="primary" onClick={onDone}>
          {done}
        </Button>
      </div>
    </div>
  )
}

/** Does not close by chance: a click beside it would lose the codes. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <Dialog title="Your recovery codes" onClose={() => {}}>
      <RecoveryCodes codes={codes} onDone={onClose} done="I have saved them" />
    </Dialog>
  )
}
