import * as z from 'zod/mini'
import { sourceKeys } from '@/ui/source'

/** A filter that a bad link spelled wrongly is no filter; it never breaks the page. */
const oneOf = <const T extends string>(values: readonly T[]) => z.catch(z.optional(z.enum(values)), undefined)
const words = z.catch(z.optional(z.string()), undefined)
const yes = z.catch(z.optional(z.literal(true)), undefined)

/**
 * The board's address: what is looked at, so that a link or the back button brings back the same view. The filters are spelled
 * as the API spells them, so that the server can send the answer along with the page.
 */
export const boardSearch = z.object({
  pipeline: oneOf(['BUYER', 'SELLER', 'RENTAL']),
  owner: words,
  grade: oneOf(['HOT', 'WARM', 'NURTURE', 'UNQUALIFIED']),
  source: oneOf(sourceKeys),
  leaking: yes,
  noAppointment: yes,
  q: words,
  sort: oneOf(['due', 'newest', 'value']),
  view: oneOf(['list']),
  stage: words,
})

export type BoardSearch = z.infer<typeof boardSearch>

/** What the server is asked for a view: the address without what only concerns the drawing. */
export function boardQuery({ pipeline, owner, grade, source, leaking, noAppointment, q, sort }: BoardSearch) {
  const text = q?.trim()
  return {
    ...(pipeline && { pipeline }),
    ...(owner && { owner }),
    ...(grade && { grade }),
    ...(source && { source }),
    ...(leaking && { leaking }),
    ...(noAppointment && { noAppointment }),
    ...(text && { q: text }),
    ...(sort && { sort }),
  }
}

export type BoardTab = 'all' | 'mine' | 'hot' | 'leaking'

/** A tab is a set of filters with a name. */
const tabFilters: Record<BoardTab, BoardSearch> = {
  all: {},
  mine: { owner: 'me' },
  hot: { grade: 'HOT', noAppointment: true },
  leaking: { leaking: true },
}

export const withTab = (search: BoardSearch, tab: BoardTab): BoardSearch => ({
  ...search,
  owner: undefined,
  grade: undefined,
  leaking: undefined,
  noAppointment: undefined,
  ...tabFilters[tab],
})

export function tabOf({ owner, grade, leaking, noAppointment }: BoardSearch): BoardTab {
  if (leaking) return 'leaking'
  if (grade === 'HOT' && noAppointment) return 'hot'
  return owner === 'me' ? 'mine' : 'all'
}
