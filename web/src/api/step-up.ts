/** What would hurt asks the server for a fresh proof of identity. One question at a time, however many requests wait for it. */
type Ask = () => Promise<boolean>

let ask: Ask | undefined
let asking: Promise<boolean> | undefined
let rotating: Promise<unknown> | undefined

/** The screen that asks; returns how to take it away. */
export function askForProofWith(screen: Ask): () => void {
  ask = screen
  return () => {
    ask = undefined
  }
}

/** Whether the person has proven anew that it is them. */
export function provenAnew(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined
  })
  return asking
}

const rotates = /^\/api\/me\/(confirm|passkeys|totp)$/

/** A proof gives the session another cookie; what would leave with the old one meanwhile waits. */
export async function whileSessionIsSteady(request: Request, send: () => Promise<Response>): Promise<Response> {
  if (request.method === 'GET' || !rotates.test(new URL(request.url).pathname)) {
    await rotating
    return send()
  }
  const sent = send()
  rotating = sent.catch(() => undefined)
  return sent
}
