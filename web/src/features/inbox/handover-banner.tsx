import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { assistantEngineOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ConversationView } from '@/api/generated/types.gen'
import { builtInBecause } from '@/lib/engine-words'
import { firstName } from '@/lib/names'
import { countdown, span } from '@/lib/times'
import { useSecond } from '@/lib/use-now'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'

type Props = { view: ConversationView; mine: boolean; busy: boolean; onTakeOver: () => void; onHandBack: () => void }

/** The clock that runs until somebody has to have answered. */
function AnswerClock({ by, prefix }: { by: string; prefix: string }) {
  const left = Date.parse(by) - useSecond().getTime()
  return left < 0 ? (
    <time dateTime={by} className="due late num">
      {span(left)} late
    </time>
  ) : (
    <time dateTime={by} className="due soon num">
      {prefix}
      {countdown(left)}
    </time>
  )
}

/** Which engine speaks matters only where it is not the one that was chosen. */
function AssistantTalks({ takeOver }: { takeOver: ReactNode }) {
  const { data: engine } = useQuery({ ...assistantEngineOptions(), staleTime: 60_000 })
  const [asked, setAsked] = useState(false)
  if (!engine?.why) return <Banner kind="assistant" icon="door" title="The assistant is talking." action={takeOver} />
  return (
    <Banner
      kind="assistant"
      icon="door"
      title="The built-in engine answers."
      note={asked && builtInBecause[engine.why]}
      aside={
        <Button size="sm" look="ghost" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          Why
        </Button>
      }
      action={takeOver}
    />
  )
}

/** Who is talking, in one line above the box, with the one thing to do about it. */
export function HandoverBanner({ view, mine, busy, onTakeOver, onHandBack }: Props) {
  const takeOver = (
    <Button size="sm" icon="swap" disabled={busy} onClick={onTakeOver}>
      Take over
    </Button>
  )
  switch (view.state) {
    case 'ASSISTANT':
      return <AssistantTalks takeOver={takeOver} />
    case 'WAITING':
      return (
        <Banner
          kind="waits"
          icon="swap"
          title={`${firstName(view.lead.name)} waits for a person.`}
          aside={view.answerBy ? <AnswerClock by={view.answerBy} prefix="" /> : undefined}
          action={
            <Button size="sm" look="primary" icon="chat" disabled={busy} onClick={onTakeOver}>
              Answer
            </Button>
          }
        />
      )
    case 'MEMBER':
      return mine ? (
        <Banner
          kind="member"
          icon="swap"
          title="You are talking."
          note="The assistant stays silent."
          aside={
            view.answerBy ? (
              <span className="desk-only">
                <AnswerClock by={view.answerBy} prefix="Answer in " />
              </span>
            ) : undefined
          }
          action={
            <Button size="sm" icon="door" disabled={busy} onClick={onHandBack}>
              Hand back
            </Button>
          }
        />
      ) : (
        <Banner kind="member" icon="user" title={`${firstName(view.holder?.name ?? 'A colleague')} is talking.`} action={takeOver} />
      )
    case 'CLOSED':
      return <Banner kind="info" icon="lock" title="This conversation is closed." note="It opens again when they write." />
  }
}
