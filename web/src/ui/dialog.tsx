import { type ReactNode, useEffect, useRef } from 'react'

type Props = { title: string; onClose: () => void; children: ReactNode; role?: 'dialog' | 'alertdialog'; sheet?: boolean }

/**
 * A modal dialog, native: the browser traps focus, closes on Escape and gives focus back. `sheet` slides it to the bottom edge on a phone.
 * Mount it to open it; `onClose` unmounts it.
 */
export function Dialog({ title, onClose, children, role = 'dialog', sheet = false }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const dialog = ref.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      // Unmounting takes the dialog away before the browser could return focus by itself.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      role={role}
      className={sheet ? 'dialog as-sheet' : 'dialog'}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-in">
        <h2 id="dialog-title">{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
