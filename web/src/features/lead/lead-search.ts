import * as z from 'zod/mini'

export const timelineTabs = ['everything', 'messages', 'facts', 'moves', 'appointments'] as const
export type TimelineTab = (typeof timelineTabs)[number]

export const leadSearch = z.object({ tab: z.catch(z.optional(z.enum(timelineTabs)), undefined) })
