import './account.css'
import type { ReactNode } from 'react'
import { AssistantAvatar } from '@/ui/avatar'
import { Grade } from '@/ui/grade'
import { Icon } from '@/ui/icon'
import { DoorScene } from './door-scene'

/** The pages before the frame: the form at left, at right what the product does, as a picture. */
export function AccountFrame({ title, lead, children, foot }: { title: string; lead: string; children: ReactNode; foot?: ReactNode }) {
  return (
    <main className="signin">
      <div className="form">
        <div className="brand">
          <span className="crest">
            <Icon name="door" />
          </span>
          Doorstep
        </div>
        <div>
          <div>
            <h1>{title}</h1>
            <p className="mute mt-1">{lead}</p>
          </div>
          {children}
        </div>
        <p className="mute text-sm">{foot}</p>
      </div>
      <div className="art" aria-hidden="true">
        <DoorScene />
        <div className="card-float">
          <div className="row">
            <AssistantAvatar size={28} />
            <span className="grow">
              <b className="semi text-md">Answered in 1 s, at 11:02 PM</b>
              <span className="mute block text-sm">while the office was closed</span>
            </span>
            <Grade grade={{ score: 86, grade: 'HOT' }} word />
          </div>
          <p className="quote text-lg">three bedrooms and a yard, before the lease ends</p>
          <div className="row text-sm">
            <Icon name="cal" />
            <span className="med grow">Viewing Saturday, 10:30 AM</span>
            <span className="tag won">
              <Icon name="check" size="xs" />
              Booked
            </span>
          </div>
        </div>
      </div>
    </main>
  )
}
