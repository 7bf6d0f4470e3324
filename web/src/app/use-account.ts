import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { meQueryKey, setTakingLeadsMutation, signOutMutation, switchAgencyMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { Me } from '@/api/generated/types.gen'
import type { Choice } from '@/ui/menu'

/** What a member can do about being here. Leaving or changing agency loads a new page, so that nothing of the old one stays in memory. */
export function useAccount(me: Me) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const switchAgency = useMutation({ ...switchAgencyMutation(), onSuccess: () => location.assign('/board') })
  const signOut = useMutation({ ...signOutMutation(), onSuccess: () => location.assign('/sign-in') })
  const takeLeads = useMutation({
    ...setTakingLeadsMutation(),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQueryKey() }),
  })

  const agencies: Choice[] = me.agencies.map((agency) => ({
    key: agency.slug,
    label: agency.name,
    checked: agency.slug === me.agency.slug,
    onChoose: () => {
      if (agency.slug !== me.agency.slug) switchAgency.mutate({ body: { slug: agency.slug } })
    },
  }))

  const mine = (onShortcuts: () => void): Choice[] => [
    {
      key: 'leads',
      icon: 'user',
      label: me.member.takingLeads ? 'Stop taking leads' : 'Take leads',
      onChoose: () => takeLeads.mutate({ path: { id: me.member.id }, body: { takingLeads: !me.member.takingLeads } }),
    },
    {
      key: 'account',
      icon: 'lock',
      label: 'My account',
      onChoose: () => void navigate({ to: '/settings/$tab', params: { tab: 'account' }, search: {} }),
    },
    { key: 'keys', icon: 'info', label: 'Keyboard shortcuts', onChoose: onShortcuts },
    { key: 'out', icon: 'export', label: 'Sign out', onChoose: () => signOut.mutate({}) },
  ]

  return { agencies, mine }
}
