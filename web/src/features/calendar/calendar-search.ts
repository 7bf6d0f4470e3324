import * as z from 'zod/mini'

const views = ['day', 'week', 'list'] as const
export type CalendarViewName = (typeof views)[number]

const id = z.string().check(z.regex(/^[0-9a-f-]{36}$/))

/** The calendar's address: the day looked at, how, whose, and which appointment is open. */
export const calendarSearch = z.object({
  date: z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))), undefined),
  view: z.catch(z.optional(z.enum(views)), undefined),
  only: z.catch(z.optional(z.array(id)), undefined),
  appointment: z.catch(z.optional(id), undefined),
})

export type CalendarSearch = z.infer<typeof calendarSearch>
