import { useState } from 'react'
import { Button } from './button'

/** A line to take along: it can be selected, and copied in one press. */
export function CopyText({ text, name }: { text: string; name: string }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Select it and press Ctrl C'),
    )
  return (
    <div className="copy-text">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard */}
      <code tabIndex={0}>{text}</code>
      <Button size="sm" onClick={() => void copy()} aria-label={name}>
        Copy
      </Button>
      <span className="xs mute" role="status">
        {said}
      </span>
    </div>
  )
}
