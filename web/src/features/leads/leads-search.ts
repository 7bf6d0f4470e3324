import * as z from 'zod/mini'
import { sourceKeys } from '@/ui/source'

const grade = z.enum(['HOT', 'WARM', 'NURTURE', 'UNQUALIFIED'])
const words = z.catch(z.optional(z.string()), undefined)

/** The list's address. A filter that a bad link spells wrongly is no filter. */
export const leadsSearch = z.object({
  q: words,
  grade: z.catch(z.optional(grade), undefined),
  source: z.catch(z.optional(z.enum(sourceKeys)), undefined),
  owner: words,
})

export type LeadsSearch = z.infer<typeof leadsSearch>

export function leadsQuery({ q, grade: how, source, owner }: LeadsSearch) {
  const text = q?.trim()
  return { ...(text && { q: text }), ...(how && { grade: how }), ...(source && { source }), ...(owner && { owner }) }
}

export const gradeOptions = [
  { value: 'HOT', label: 'Hot' },
  { value: 'WARM', label: 'Warm' },
  { value: 'NURTURE', label: 'Nurture' },
  { value: 'UNQUALIFIED', label: 'Unqualified' },
]

export const readGrade = (value: string | undefined) => {
  const told = grade.safeParse(value)
  return told.success ? told.data : undefined
}
