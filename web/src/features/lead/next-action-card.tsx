import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { completeNextActionMutation, setNextActionMutation, snoozeNextActionMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { DealView, LeadView, NewNextAction } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { useKeys } from '@/lib/use-keys'
import { useNow } from '@/lib/use-now'
import { MemberAvatar } from '@/ui/avatar'
import { Button, buttonClass } from '@/ui/button'
import { Menu } from '@/ui/menu'
import { MissingNextAction } from '@/ui/next-action'
import { Due } from '@/ui/time-text'
import { NextStepForm } from './next-step-form'
import { snoozes } from './next-steps'

/** The one thing to do next. Done asks for the next one in place: an open deal is never left without. */
export function NextActionCard({ lead, deal }: { lead: LeadView; deal: DealView }) {
  const queries = useQueryClient()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const after = {
    onSuccess: () => {
      setAsking(false)
      return queries.invalidateQueries()
    },
  }
  const complete = useMutation({ ...completeNextActionMutation(), ...after })
  const set = useMutation({ ...setNextActionMutation(), ...after })
  const snooze = useMutation({ ...snoozeNextActionMutation(), ...after })
  const action = deal.nextAction
  const error = complete.error ?? set.error ?? snooze.error
  const busy = complete.isPending || set.isPending || snooze.isPending
  useKeys({ e: () => setAsking(true) })

  const choose = (next: NewNextAction) =>
    action ? complete.mutate({ path: { id: action.id }, body: { next } }) : set.mutate({ path: { id: deal.id }, body: next })

  return (
    <section className="todo" aria-label="Next action">
      <div className="row xs">
        <h2 className="semi xs text-accent-ink">{asking ? 'And then?' : 'Next action'}</h2>
        <span className="grow" />
        {action && !asking && <Due at={action.dueAt} />}
      </div>
      {action ? (
        <p className="todo-title">{asking ? <s className="mute">{action.title}</s> : action.title}</p>
      ) : (
        <MissingNextAction since={deal.stageSince} />
      )}
      {asking || !action ? (
        <NextStepForm name={lead.displayName} busy={busy} onChoose={choose} onCancel={action ? () => setAsking(false) : undefined} />
      ) : (
        <div className="row">
          <Button look="primary" icon="check" disabled={busy} onClick={() => setAsking(true)}>
            Done
          </Button>
          <Menu
            name={`Snooze: ${action.title}`}
            className={buttonClass('ghost')}
            label="Snooze"
            choices={snoozes(now).map(({ label, until }) => ({
              key: label,
              label,
              onChoose: () => snooze.mutate({ path: { id: action.id }, body: { until } }),
            }))}
          />
          <span className="grow" />
          <MemberAvatar {...action.owner} size={24} />
        </div>
      )}
      {error && (
        <p role="alert" className="msg-bad">
          {sentenceFor(error)}
        </p>
      )}
    </section>
  )
}
