import { useState } from 'react'

/** The secret of a link stands behind the `#`, so that it never reaches a server or a log; it leaves the address bar at once. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const found = location.hash.slice(1)
    if (found) history.replaceState(history.state, '', location.pathname + location.search)
    return found
  })
  return token
}
