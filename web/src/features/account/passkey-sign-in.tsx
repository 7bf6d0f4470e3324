import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { passkeySignInOptionsMutation, signInWithPasskeyMutation } from '@/api/generated/@tanstack/react-query.gen'
import { sentenceFor } from '@/lib/problem'
import { answerWithPasskey, passkeySentence, passkeysWork, suggestsPasskeys } from '@/lib/webauthn'
import { Button } from '@/ui/button'

/** A challenge lives five minutes; the one that waits in the suggestions is renewed before that. */
const RENEW_MS = 4 * 60_000

let waiting: AbortController | undefined

function usePasskeySignIn(onIn: () => void) {
  const options = useMutation(passkeySignInOptionsMutation())
  const send = useMutation(signInWithPasskeyMutation())
  return useMutation({
    mutationFn: async (quiet?: AbortSignal) => {
      if (!quiet) waiting?.abort() // the browser asks one thing at a time
      return send.mutateAsync({ body: { passkey: await answerWithPasskey(await options.mutateAsync({}), quiet) } })
    },
    onSuccess: onIn,
  })
}

/** Asks at once; nothing is typed. */
export function PasskeyButton({ onIn, look = 'default' }: { onIn: () => void; look?: 'default' | 'primary' }) {
  const signIn = usePasskeySignIn(onIn)
  if (!passkeysWork()) return null
  return (
    <>
      <Button look={look} size="lg" icon="shield" disabled={signIn.isPending} onClick={() => signIn.mutate(undefined)}>
        {signIn.isPending ? 'Waiting for your device' : 'Use a passkey'}
      </Button>
      {signIn.isError && (
        <p role="alert" className="msg-bad">
          {passkeySentence(signIn.error) ?? sentenceFor(signIn.error)}
        </p>
      )}
    </>
  )
}

/** Lets the browser list passkeys in the suggestions of the e-mail field, where it can. */
export function usePasskeySuggestions(onIn: () => void) {
  const { mutateAsync } = usePasskeySignIn(onIn)
  const offer = useEffectEvent((signal: AbortSignal) => mutateAsync(signal).catch(() => undefined))
  useEffect(() => {
    let over = false
    const start = async () => {
      if (over || !(await suggestsPasskeys()) || over) return
      waiting?.abort()
      waiting = new AbortController()
      void offer(waiting.signal)
    }
    void start()
    const timer = setInterval(start, RENEW_MS)
    return () => {
      over = true
      clearInterval(timer)
      waiting?.abort()
    }
  }, [])
}
