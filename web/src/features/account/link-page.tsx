import { useMutation, useQuery } from '@tanstack/react-query'
import { openLinkMutation } from '@/api/generated/@tanstack/react-query.gen'
import { lookAtLink } from '@/api/generated/sdk.gen'
import { Button } from '@/ui/button'
import { AccountFrame } from './account-frame'
import { goOnWithSecondFactor } from './after-proof'
import { LinkRefused } from './link-refused'
import { useLinkToken } from './use-link-token'

/** A sign-in link was opened. Looking uses nothing up; the button does. */
export function LinkPage() {
  const token = useLinkToken()
  const look = useQuery({
    queryKey: ['link', token],
    queryFn: async () => (await lookAtLink({ body: { token }, throwOnError: true })).data,
    retry: false,
  })
  const open = useMutation({ ...openLinkMutation(), onSuccess: () => location.assign('/board'), onError: goOnWithSecondFactor })
  const refused = open.error ?? look.error
  if (refused) return <LinkRefused error={refused} />
  return (
    <AccountFrame title="Welcome back" lead={look.data ? `You come in as ${look.data.email}.` : 'Looking at your link.'}>
      <Button look="primary" size="lg" disabled={!look.data || open.isPending} onClick={() => open.mutate({ body: { token } })}>
        {open.isPending ? 'Signing in' : 'Sign in'}
      </Button>
    </AccountFrame>
  )
}
