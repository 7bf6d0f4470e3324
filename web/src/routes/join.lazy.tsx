import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useLocation } from '@tanstack/react-router'
import { meOptions } from '@/api/generated/@tanstack/react-query.gen'
import { AccountFrame } from '@/features/account/account-frame'
import { JoinPage } from '@/features/team/join-page'

export const Route = createLazyRoute('/join')({
  component: function JoinRoute() {
    const token = useLocation({ select: (at) => at.hash })
    const { data: me } = useQuery({ ...meOptions(), retry: false })
    return <JoinPage token={token} signedInAs={me?.user.email} Frame={AccountFrame} />
  },
})
