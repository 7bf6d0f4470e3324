import { type UseQueryResult, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { handBackMutation, meOptions, replyMutation, takeOverMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { ConversationView, LeadView } from '@/api/generated/types.gen'
import { firstName } from '@/lib/names'
import { sentenceFor } from '@/lib/problem'
import { clock } from '@/lib/times'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { Composer, type Legal } from '@/ui/composer'
import { sourceLabel } from '@/ui/source'

type Props = { lead: LeadView; conversation: UseQueryResult<ConversationView>; textRef: RefObject<HTMLTextAreaElement | null> }

/** Who is talking, in one line; the box to write in only for the one who is. */
export function LeadComposer({ lead, conversation: { data }, textRef }: Props) {
  const queries = useQueryClient()
  const { data: me } = useSuspenseQuery(meOptions())
  const [text, setText] = useState('')
  // One id per message, not per attempt: sending again after a lost answer is the same message.
  const [clientId, setClientId] = useState(() => crypto.randomUUID())
  const after = { onSuccess: () => queries.invalidateQueries() }
  const takeOver = useMutation({ ...takeOverMutation(), ...after })
  const handBack = useMutation({ ...handBackMutation(), ...after })
  const reply = useMutation({
    ...replyMutation(),
    onSuccess: () => {
      setText('')
      setClientId(crypto.randomUUID())
      return queries.invalidateQueries()
    },
  })
  if (!data) return null
  const name = firstName(lead.displayName)
  const path = { id: data.id }
  const error = takeOver.error ?? handBack.error
  const mine = data.state === 'MEMBER' && data.holder?.id === me.member.id

  return (
    <div className="say">
      <div className="mb-2">
        {data.state === 'ASSISTANT' && (
          <Banner
            kind="assistant"
            icon="door"
            title="The assistant is talking."
            note="Take over and it stays silent."
            action={
              <Button size="sm" disabled={takeOver.isPending} onClick={() => takeOver.mutate({ path })}>
                Take over
              </Button>
            }
          />
        )}
        {data.state === 'WAITING' && (
          <Banner
            kind="waits"
            icon="clock"
            title={`${name} waits for a person.`}
            action={
              <Button size="sm" look="primary" disabled={takeOver.isPending} onClick={() => takeOver.mutate({ path })}>
                Answer
              </Button>
            }
          />
        )}
        {mine && (
          <Banner
            kind="member"
            icon="user"
            title="You are talking."
            note="The assistant is silent."
            action={
              <Button size="sm" disabled={handBack.isPending} onClick={() => handBack.mutate({ path })}>
                Hand back
              </Button>
            }
          />
        )}
        {data.state === 'MEMBER' && !mine && (
          <Banner kind="info" icon="people" title={`${data.holder?.name ?? 'A colleague'} is talking.`} />
        )}
        {data.state === 'CLOSED' && <Banner kind="info" icon="lock" title="This conversation is closed." />}
        {error && (
          <p role="alert" className="msg-bad">
            {sentenceFor(error)}
          </p>
        )}
      </div>
      {mine && (
        <Composer
          name={`Write to ${lead.displayName}`}
          placeholder={`Write to ${name}`}
          value={text}
          onChange={setText}
          textRef={textRef}
          sending={reply.isPending}
          error={reply.isError ? sentenceFor(reply.error) : undefined}
          onSend={() => reply.mutate({ path, body: { clientId, text: text.trim() } })}
          legality={data.legality.map(legal)}
        />
      )}
    </div>
  )
}

const legal = ({ channel, allowed, reason, quietUntil }: ConversationView['legality'][number]): Legal => ({
  key: channel,
  icon: quietUntil ? 'moon' : allowed ? 'check' : 'x',
  look: quietUntil ? 'note' : allowed ? 'yes' : 'no',
  text: `${sourceLabel(channel)}: ${reason}${quietUntil ? `, from ${clock(new Date(quietUntil))} on` : ''}`,
})
