import * as z from 'zod/mini'

/** A filter that a bad link spelled wrongly is no filter; it never breaks the page. */
const oneOf = <const T extends string>(values: readonly T[]) => z.catch(z.optional(z.enum(values)), undefined)
const words = z.catch(z.optional(z.string()), undefined)

/** The board's address: what is looked at, so that a link or the back button brings back the same view. */
export const boardSearch = z.object({
  pipeline: oneOf(['BUYER', 'SELLER', 'RENTAL']),
  tab: oneOf(['all', 'mine', 'hot', 'leaking']),
  owner: words,
  grade: oneOf(['HOT', 'WARM', 'NURTURE', 'UNQUALIFIED']),
  source: words,
  q: words,
  sort: oneOf(['due', 'newest', 'value']),
  view: oneOf(['list']),
  stage: words,
})

export type BoardSearch = z.infer<typeof boardSearch>

/** What the server is asked for a view. A tab is a set of filters with a name; a filter of its own still counts. */
export function boardQuery({ pipeline, tab, owner, grade, source, q, sort }: BoardSearch) {
  const who = owner ?? (tab === 'mine' ? 'me' : undefined)
  const how = tab === 'hot' ? 'HOT' : grade
  const text = q?.trim()
  return {
    pipeline: pipeline ?? ('BUYER' as const),
    ...(who && { owner: who }),
    ...(how && { grade: how }),
    ...(source && { source }),
    ...(text && { q: text }),
    ...(tab === 'leaking' && { leaking: true }),
    ...(tab === 'hot' && { noAppointment: true }),
    ...(sort && sort !== 'due' && { sort }),
  }
}
