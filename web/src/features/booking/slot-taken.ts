import * as z from 'zod/mini'
import type { SlotView } from '@/api/generated/types.gen'
import { Problem } from '@/lib/problem'

const taken = z.object({
  nextFree: z.array(z.object({ slotId: z.string(), memberId: z.string(), startsAt: z.string(), endsAt: z.string() })),
})

/** When somebody was quicker: the next free times that the server offers instead. */
export function nextFree(error: unknown): SlotView[] | undefined {
  if (!(error instanceof Problem) || error.code !== 'slot-taken') return undefined
  const told = taken.safeParse(error.extra)
  return told.success ? told.data.nextFree : []
}
