import * as z from 'zod/mini'

export const inboxTabs = ['mine', 'unassigned', 'assistant', 'all'] as const
export type InboxTab = (typeof inboxTabs)[number]

export const inboxSearch = z.object({ tab: z.catch(z.optional(z.enum(inboxTabs)), undefined) })

/** The default tab is left out, so that a plain link and its answer from the server agree. */
export const inboxQuery = ({ tab }: { tab?: InboxTab | undefined }) => (tab && tab !== 'mine' ? { tab } : {})
