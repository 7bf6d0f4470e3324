import { useQueryClient } from '@tanstack/react-query'
import { Problem, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'

/** What went wrong; when a colleague was quicker, the way to what stands now. */
export function FormError({ error }: { error: unknown }) {
  const queries = useQueryClient()
  if (!error) return null
  const stale = error instanceof Problem && error.code.startsWith('stale')
  return (
    <p role="alert" className="msg-bad">
      {stale ? 'Somebody changed this appointment meanwhile.' : sentenceFor(error)}
      {stale && (
        <Button size="sm" icon="refresh" onClick={() => void queries.invalidateQueries()}>
          Load what stands now
        </Button>
      )}
    </p>
  )
}
