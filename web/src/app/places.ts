import type { IconName } from '@/ui/icon'

/** The places of the app, in the order people meet them; the sidebar, the tab bar, the palette and the keys read this one list. */
export const places = [
  { to: '/inbox', label: 'Inbox', icon: 'inbox', key: 'i' },
  { to: '/board', label: 'Board', icon: 'board', key: 'b' },
  { to: '/leads', label: 'Leads', icon: 'people', key: 'l' },
  { to: '/calendar', label: 'Calendar', icon: 'cal', key: 'c' },
  { to: '/analytics', label: 'Analytics', icon: 'chart', key: 'a' },
  { to: '/settings', label: 'Settings', icon: 'sliders', key: 's' },
] as const satisfies { to: string; label: string; icon: IconName; key: string }[]

export const views = [
  { key: 'hot', search: { grade: 'HOT', noAppointment: true }, label: 'Hot, no appointment', color: 'var(--hot)' },
  { key: 'leaking', search: { leaking: true }, label: 'Leaking now', color: 'var(--leak)' },
] as const
