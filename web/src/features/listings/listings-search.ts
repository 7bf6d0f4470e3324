import * as z from 'zod/mini'

const status = z.enum(['ACTIVE', 'PENDING', 'SOLD', 'WITHDRAWN'])
const offer = z.enum(['SALE', 'RENT'])

/** The list's address. A filter that a bad link spells wrongly is no filter. */
export const listingsSearch = z.object({
  q: z.catch(z.optional(z.string()), undefined),
  status: z.catch(z.optional(status), undefined),
  offer: z.catch(z.optional(offer), undefined),
})

export type ListingsSearch = z.infer<typeof listingsSearch>
export type ListingStatus = z.infer<typeof status>

export function listingsQuery({ q, status: is, offer: to }: ListingsSearch) {
  const text = q?.trim()
  return { ...(text && { q: text }), ...(is && { status: is }), ...(to && { offer: to }) }
}

export const statusWords: Record<ListingStatus, string> = {
  ACTIVE: 'Active',
  PENDING: 'Pending',
  SOLD: 'Closed',
  WITHDRAWN: 'Withdrawn',
}

export const statuses = status.options

export const offerOptions = [
  { value: 'SALE', label: 'To buy' },
  { value: 'RENT', label: 'To rent' },
] as const
