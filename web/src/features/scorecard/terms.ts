import type { ScorecardTerms } from '@/api/generated/types.gen'

export const sumOf = (terms: ScorecardTerms) => terms.weights.reduce((sum, weight) => sum + weight.points, 0)

/** What keeps a scorecard from being tried or published, in a sentence; null when nothing does. */
export function objectionTo(terms: ScorecardTerms): string | null {
  const sum = sumOf(terms)
  if (sum > 100) return `The weights add up to ${sum}. Take ${sum - 100} away.`
  if (sum < 100) return `The weights add up to ${sum}. Give ${100 - sum} more.`
  if (terms.weights.some((weight) => weight.criterion === 'FINANCING' && weight.points === 100))
    return 'Financing alone leaves nothing for renters and sellers, who are not asked for it. Give another criterion a weight.'
  if (terms.hot > 100 || terms.nurture < 1) return 'Grades begin between 1 and 100.'
  if (terms.hot <= terms.warm) return 'Hot must begin above Warm.'
  if (terms.warm <= terms.nurture) return 'Warm must begin above Nurture.'
  return null
}

export const same = (one: ScorecardTerms, other: ScorecardTerms) => JSON.stringify(one) === JSON.stringify(other)

export function withWeight(terms: ScorecardTerms, criterion: string, points: number): ScorecardTerms {
  const rounded = Number.isFinite(points) ? Math.min(100, Math.max(0, Math.round(points))) : 0
  return {
    ...terms,
    weights: terms.weights.map((weight) => (weight.criterion === criterion ? { ...weight, points: rounded } : weight)),
  }
}

/** The one in, or out again, in the order in which they are offered. */
export function toggled<T>(offered: readonly T[], chosen: readonly T[], one: T): T[] {
  return offered.filter((key) => (key === one ? !chosen.includes(one) : chosen.includes(key)))
}
