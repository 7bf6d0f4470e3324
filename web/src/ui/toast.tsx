import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'

type Toast = { text: ReactNode; action?: { label: string; run: () => void }; ms?: number }
type Show = (toast: Toast) => void

const ToastContext = createContext<Show>(() => {})
export const useToast = () => use(ToastContext)

/** One bar at a time, at the bottom: only to undo, or for work that went on elsewhere. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Toast & { id: number }) | null>(null)
  const show = useCallback<Show>((toast) => setShown({ ...toast, id: Date.now() }), [])
  const value = useMemo(() => show, [show])
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(null), shown.ms ?? 5000)
    return () => clearTimeout(timer)
  }, [shown])
  const action = shown?.action
  return (
    <ToastContext value={value}>
      {children}
      <div role="status" aria-live="polite">
        {shown && (
          <div className="toast" key={shown.id}>
            <span className="grow">{shown.text}</span>
            {action && (
              <button
                type="button"
                onClick={() => {
                  setShown(null)
                  action.run()
                }}
              >
                {action.label}
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  )
}
