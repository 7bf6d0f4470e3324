import { Link } from '@tanstack/react-router'
import { firstName } from '@/lib/names'
import { Button, buttonClass } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { IconButton } from '@/ui/icon-button'
import { Popover } from '@/ui/popover'
import { type Guard, missing } from './guards'
import type { Extras, Refusal } from './use-moves'

type Props = {
  refusal: Refusal
  stageName: string
  onClose: () => void
  onSend: (extras: Extras) => void
  onFill: () => void
  onOverride: () => void
}

const cardOf = (id: string) => document.querySelector(`[data-deal="${id}"]`)

/** Why the card is back, guard by guard, with the one thing to do about it. Never a toast: the reasons stand until they are read. */
export function RefusalPopover({ refusal, stageName, onClose, onSend, onFill, onOverride }: Props) {
  const { deal, toName, guards, inMap, mayOverride } = refusal
  const needs = missing(guards)
  return (
    <Popover role="alertdialog" label={`Not yet: ${toName}`} anchor={() => cardOf(deal.id)} onClose={onClose} className="refuse">
      <div className="row">
        <span className="ico">
          <Icon name="lock" size="sm" />
        </span>
        <b className="grow semi">Not yet: {toName}</b>
        <IconButton icon="x" size="sm" label="Close" onClick={onClose} />
      </div>
      <p className="xs mute">
        The card is back in {stageName}.{' '}
        {inMap ? `To move ${firstName(deal.name)} you need:` : `The pipeline has no step from there to ${toName}. Move it stage by stage.`}
      </p>
      {inMap && (
        <ul className="needs xs">
          {guards.map((guard) => (
            <li key={guard.key} className={guard.holds ? 'ok' : 'miss'}>
              <Icon name={guard.holds ? 'check' : 'x'} size="sm" />
              <span>
                <span className="vh">{guard.holds ? 'Held: ' : 'Missing: '}</span>
                {guard.holds ? guard.sentence : <b>{guard.sentence}</b>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {inMap && needs[0] && <Remedy guard={needs[0]} needs={needs} refusal={refusal} onSend={onSend} onFill={onFill} />}
        {mayOverride && (
          <Button look="ghost" size="sm" onClick={onOverride} data-first={inMap ? undefined : ''}>
            Override…
          </Button>
        )}
      </div>
    </Popover>
  )
}

type RemedyProps = { guard: Guard; needs: Guard[]; refusal: Refusal; onSend: (extras: Extras) => void; onFill: () => void }

function Remedy({ guard, needs, refusal, onSend, onFill }: RemedyProps) {
  const { deal } = refusal
  const remedy = guard.remedy
  switch (remedy?.kind) {
    case 'CONFIRM':
      return (
        <Button
          look="primary"
          size="sm"
          icon="check"
          data-first=""
          onClick={() => onSend({ confirmed: needs.filter((need) => need.remedy?.kind === 'CONFIRM').map((need) => need.key) })}
        >
          {remedy.label}
        </Button>
      )
    case 'FILL':
      return (
        <Button look="primary" size="sm" icon="pen" data-first="" onClick={onFill}>
          {remedy.label}
        </Button>
      )
    case 'BOOK':
    case 'ASK':
      return (
        <Link
          to="/leads/$leadId"
          params={{ leadId: deal.leadId }}
          hash={remedy.kind === 'BOOK' ? 'book' : 'ask'}
          className={buttonClass('primary', 'sm')}
          data-first=""
        >
          <Icon name={remedy.kind === 'BOOK' ? 'cal' : 'chat'} size="sm" />
          {remedy.label}
        </Link>
      )
    default:
      return (
        <Link to="/leads/$leadId" params={{ leadId: deal.leadId }} className={buttonClass('primary', 'sm')} data-first="">
          Open {firstName(deal.name)}
        </Link>
      )
  }
}
