import { type FromChat, readFromHost, wrap } from '../lib/envelope'

type Listener = { onOpen: (page: string, ask: string) => void; onClosed: () => void }

/**
 * The page around the frame. Who may frame us is settled by `frame-ancestors`, so the parent is one of the agency's sites; what it says is
 * still only taken from the parent window and in the one known shape.
 */
export function hostPage({ onOpen, onClosed }: Listener) {
  const framed = window.parent !== window
  let origin: string | undefined

  if (framed) {
    addEventListener('message', (event) => {
      if (event.source !== window.parent) return
      const message = readFromHost(event.data)
      if (!message) return
      origin = event.origin
      if (message.type === 'open') onOpen(message.page, message.ask)
      else onClosed()
    })
    // Says nothing but "I am here", so it may go to whoever framed us.
    window.parent.postMessage(wrap({ type: 'ready' }), '*')
  }

  return {
    tell(message: FromChat) {
      if (origin) window.parent.postMessage(wrap(message), origin)
    },
    known: () => origin !== undefined,
  }
}
