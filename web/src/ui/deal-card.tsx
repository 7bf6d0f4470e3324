import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/lib/classes'
import { shortMoney } from '@/lib/money'
import { type MemberRef, OwnerAvatar } from './avatar'
import { Grade, type GradeRef } from './grade'
import { Icon } from './icon'
import { nextActionIcon } from './next-action'
import { Source } from './source'
import { Due } from './time-text'

export type CardDeal = {
  name: string
  grade?: GradeRef | null
  wish: string
  valueMinor?: number | null
  currency: string
  source: string
  owner: MemberRef
  nextAction?: { kind: string; title: string; dueAt: string } | null
  leak?: { text: string } | null
}

type Props = Omit<ComponentProps<'article'>, 'children' | 'title'> & {
  deal: CardDeal
  title?: ReactNode
  look?: 'dragging' | 'refused' | 'lifted' | undefined
}

/** A deal at a glance: who, how good, what they want, what is next, by when, whose. A leak has its edge and its reason. */
export function DealCard({ deal, title, look, className, children, ...rest }: Props & { children?: ReactNode }) {
  const { nextAction, leak } = deal
  return (
    <article {...rest} className={classes('card', leak && 'is-leak', look && `is-${look}`, className)}>
      <div className="row">
        <b className="clip grow num">{title ?? deal.name}</b>
        <Grade grade={deal.grade} />
      </div>
      <div className="row xs mute">
        <span className="clip grow">{deal.wish}</span>
        {deal.valueMinor != null && (
          <span className="money ink2 med">{shortMoney({ amount: deal.valueMinor, currency: deal.currency })}</span>
        )}
      </div>
      <div className="next">
        <Icon name={nextAction ? nextActionIcon(nextAction.kind) : 'clock'} size="sm" />
        <span className="clip grow">{nextAction?.title ?? 'Choose a next action'}</span>
      </div>
      {leak && <div className="leak-line">{leak.text}</div>}
      <div className="row xs foot-row">
        {nextAction && <Due at={nextAction.dueAt} />}
        <Source source={deal.source} />
        <OwnerAvatar owner={deal.owner} />
      </div>
      {children}
    </article>
  )
}
