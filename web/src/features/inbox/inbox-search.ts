import * as z from 'zod/mini'

export const inboxTabs = ['mine', 'unassigned', 'assistant', 'all'] as const
export type InboxTab = (typeof inboxTabs)[number]

export const inboxSearch = z.object({ tab: z.catch(z.optional(z.enum(inboxTabs)), undefined) })

/** "For me" is where a member starts; the server starts with everyone's, so the tab is always named. */
export const inboxQuery = ({ tab }: { tab?: InboxTab | undefined }) => ({ tab: tab ?? ('mine' as const) })
