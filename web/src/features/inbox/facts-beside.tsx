import { Link } from '@tanstack/react-router'
import type { ConversationView, FactView } from '@/api/generated/types.gen'
import { fullMoney } from '@/lib/money'
import { clock, exact } from '@/lib/times'
import { FactRow } from '@/ui/fact-row'
import { Score } from '@/ui/score'

type Props = { view: ConversationView; lit: string | null; onPoint: (fact: string | null) => void; onShow: (fact: FactView) => void }

/** Below this the engine was not sure; the member should ask. */
const SURE = 0.6

/** What is known about the person beside what was said: score, facts with their words, what is still to ask, the deal. */
export function FactsBeside({ view, lit, onPoint, onShow }: Props) {
  const { lead, stillToAsk, deal } = view
  const facts = view.facts.filter((fact) => fact.status === 'CURRENT')
  return (
    <aside className="beside" aria-label={`About ${lead.name}`}>
      <section aria-label="Score">
        <h2 className="sect">
          Score
          <Link className="link" to="/leads/$leadId" params={{ leadId: view.leadId }}>
            Open lead
          </Link>
        </h2>
        {lead.grade ? (
          <Score score={lead.grade.score} grade={lead.grade.grade} ground="var(--bg)" />
        ) : (
          <p className="xs mute">No score yet. It comes with the first answers.</p>
        )}
      </section>
      <section aria-label="Facts">
        <h2 className="sect">
          Facts <span className="count">{facts.length}</span>
        </h2>
        {facts.length === 0 && <p className="xs mute">Nothing known yet.</p>}
        <ul>
          {facts.map((fact) => (
            <FactRow
              key={fact.id}
              label={fact.label}
              value={fact.display}
              state={fact.confidence < SURE ? 'unsure' : 'current'}
              lit={fact.id === lit}
              quote={fact.quote ?? null}
              note={fact.by ? `${fact.by.name}, by hand` : null}
              onPoint={(on) => onPoint(on ? fact.id : null)}
              source={
                fact.conversationId === view.id && fact.messageId ? (
                  <button type="button" className="link xs" onClick={() => onShow(fact)}>
                    <span className="vh">Show where {fact.label} was said, </span>
                    <time dateTime={fact.at} title={exact(new Date(fact.at))}>
                      {clock(new Date(fact.at))}
                    </time>
                  </button>
                ) : (
                  <time className="xs mute" dateTime={fact.at} title={exact(new Date(fact.at))}>
                    {clock(new Date(fact.at))}
                  </time>
                )
              }
            />
          ))}
        </ul>
      </section>
      {stillToAsk.length > 0 && (
        <section aria-label="Still to ask">
          <h2 className="sect">Still to ask</h2>
          <ul className="row flex-wrap gap-1">
            {stillToAsk.map((question) => (
              <li key={question.key} className="tag">
                {question.label}
              </li>
            ))}
          </ul>
        </section>
      )}
      {deal && (
        <section aria-label="Deal">
          <h2 className="sect">Deal</h2>
          <div className="row">
            <span className="med">{deal.stageName}</span>
            <span className="mute xs">of {deal.pipelineName}</span>
            <span className="grow" />
            {deal.valueMinor != null && <span className="num med">{fullMoney({ amount: deal.valueMinor, currency: deal.currency })}</span>}
          </div>
        </section>
      )}
    </aside>
  )
}
