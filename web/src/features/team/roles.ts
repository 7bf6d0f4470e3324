import type { TeamPerson } from '@/api/generated/types.gen'

export type Role = TeamPerson['role']

export const roles = ['OWNER', 'ADMIN', 'AGENT', 'VIEWER'] as const satisfies readonly Role[]

export const roleWords: Record<Role, string> = { OWNER: 'Owner', ADMIN: 'Admin', AGENT: 'Agent', VIEWER: 'Viewer' }

export const roleHints: Record<Role, string> = {
  OWNER: 'Everything, owners too.',
  ADMIN: 'Everything but owners.',
  AGENT: 'Leads, deals and appointments; no settings.',
  VIEWER: 'Looks, and changes nothing.',
}
