import { type Ref, useState } from 'react'
import type { ConversationView } from '@/api/generated/types.gen'
import { firstName } from '@/lib/names'
import { clock } from '@/lib/times'
import { Button } from '@/ui/button'
import { Composer, type Legal } from '@/ui/composer'
import { Dialog } from '@/ui/dialog'
import { Icon } from '@/ui/icon'
import { channelIcon, channelLabel } from './channels'

type Props = {
  view: ConversationView
  mine: boolean
  busy: boolean
  textRef: Ref<HTMLTextAreaElement>
  onTakeOver: () => Promise<unknown>
  onSend: (text: string) => void
}

const legalLine = ({ channel, allowed, reason, quietUntil }: ConversationView['legality'][number]): Legal => ({
  key: channel,
  icon: quietUntil ? 'moon' : allowed ? 'check' : 'x',
  look: quietUntil ? 'note' : allowed ? 'yes' : 'no',
  text: `${channelLabel(channel)}: ${reason}${quietUntil ? `, from ${clock(new Date(quietUntil))} on` : ''}`,
})

/** The box to answer in. Who is not holding the conversation may write, is asked once to take over, and can send after that. */
export function ThreadComposer({ view, mine, busy, textRef, onTakeOver, onSend }: Props) {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const [asking, setAsking] = useState(false)
  const legal = view.legality.find((line) => line.channel === view.channel)
  const talker = view.state === 'ASSISTANT' ? 'The assistant' : view.state === 'MEMBER' ? (view.holder?.name ?? 'A colleague') : null

  const change = (value: string) => {
    setText(value)
    if (mine || asked || talker === null || value === '') return
    setAsked(true)
    setAsking(true)
  }
  const takeOver = (
    <Button size="sm" icon="swap" disabled={busy} onClick={() => void onTakeOver()}>
      Take over
    </Button>
  )
  const blocked = !mine
    ? { reason: talker ? `${talker} is answering` : `${firstName(view.lead.name)} waits for a person`, instead: takeOver }
    : legal && !legal.allowed
      ? { reason: `${channelLabel(view.channel)}: ${legal.reason}`, instead: null }
      : undefined
  return (
    <>
      <Composer
        name={`Reply to ${view.lead.name}`}
        placeholder={`Write to ${firstName(view.lead.name)}`}
        value={text}
        textRef={textRef}
        blocked={blocked}
        legality={view.legality.map(legalLine)}
        channels={
          <span className="tab on">
            <Icon name={channelIcon(view.channel)} size="sm" />
            {channelLabel(view.channel)}
          </span>
        }
        onChange={change}
        onSend={() => {
          onSend(text.trim())
          setText('')
        }}
      />
      {asking && (
        <Dialog title={`Take over from ${view.state === 'ASSISTANT' ? 'the assistant' : talker}?`} onClose={() => setAsking(false)} sheet>
          <p>
            {view.state === 'ASSISTANT'
              ? 'The assistant stays silent from then on, until you hand the conversation back.'
              : `${talker} sees that you have taken it.`}
          </p>
          <div className="row justify-end">
            <Button look="ghost" onClick={() => setAsking(false)}>
              Not now
            </Button>
            <Button
              look="primary"
              icon="swap"
              onClick={() => {
                setAsking(false)
                void onTakeOver()
              }}
            >
              Take over
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
