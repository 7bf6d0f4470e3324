import { useMutation, useQueryClient } from '@tanstack/react-query'
import { assistantSettingsQueryKey, modelCallsQueryKey, testModelMutation } from '@/api/generated/@tanstack/react-query.gen'
import { builtInBecause } from '@/lib/engine-words'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'

/** One small call, so that whoever set it up sees that it works. */
export function TestModel({ unsaved, usable }: { unsaved: boolean; usable: boolean }) {
  const queries = useQueryClient()
  const test = useMutation({
    ...testModelMutation(),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: modelCallsQueryKey() })
      void queries.invalidateQueries({ queryKey: assistantSettingsQueryKey() })
    },
  })
  const reason = unsaved ? 'Save first: the test uses what is saved.' : usable ? '' : 'Enter a key first.'
  return (
    <div className="row">
      <Button icon="bolt" disabled={reason !== '' || test.isPending} onClick={() => test.mutate({})}>
        {test.isPending ? 'Asking' : 'Test the model'}
      </Button>
      <span className="grow xs mute" role="status">
        {reason || said()}
      </span>
    </div>
  )

  function said() {
    if (test.isPending) return 'A few seconds at most.'
    if (test.isError) return sentenceFor(test.error)
    if (!test.data) return 'Makes one small call and counts it.'
    if (test.data.answered) return 'It answered. The call is the first in the list below.'
    const { why } = test.data.state
    return why ? `No answer. ${builtInBecause[why]}` : 'No answer. The list below says what came back.'
  }
}
