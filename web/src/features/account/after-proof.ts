import { Problem } from '@/lib/problem'

/** Proof was taken but the agency asks for a second factor: the sign-in page goes on with it. @returns whether it left the page */
export function goOnWithSecondFactor(error: unknown): boolean {
  const needed = error instanceof Problem && error.code === 'second-factor-needed'
  if (needed) location.assign('/sign-in?step=second')
  return needed
}
