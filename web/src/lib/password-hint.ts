export const SHORTEST_PASSWORD = 10
const LONG = 15

/** What can honestly be said while somebody types: only its length is known here, the lists of stolen ones are the server's. */
export function passwordHint(password: string): string {
  const length = [...password].length
  if (length === 0) return `${SHORTEST_PASSWORD} characters or more. Four unrelated words are easy to keep and hard to guess.`
  if (length < SHORTEST_PASSWORD) return `${SHORTEST_PASSWORD - length} more to go.`
  if (length < LONG) return `Long enough. ${LONG} or more is stronger. Stolen ones are refused when you save.`
  return 'Good length. Stolen ones are refused when you save.'
}
