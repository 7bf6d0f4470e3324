import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { LeadView, TimelinePage } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { useNow } from '@/lib/use-now'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { ErrorPanel } from '@/ui/error-panel'
import { Loading, SkeletonLine } from '@/ui/skeleton'
import { Tabs } from '@/ui/tabs'
import { useEvidence } from './evidence'
import type { TimelineTab } from './lead-search'
import { TimelineEntry } from './timeline-entry'
import { answeredIn, byDay, shownIn } from './timeline-pages'

type Props = {
  lead: LeadView
  query: UseInfiniteQueryResult<InfiniteData<TimelinePage>>
  tab: TimelineTab
  onTab: (tab: TimelineTab) => void
}

const MARK = 'evidence-'
const factOf = (target: EventTarget) => {
  const mark = target instanceof Element ? target.closest('mark') : null
  return mark?.id.startsWith(MARK) ? mark.id.slice(MARK.length) : null
}

/** One thread of everything that was said and done, newest last; the tabs only leave things out. */
export function Timeline({ lead, query, tab, onTab }: Props) {
  const now = useNow()
  const { point } = useEvidence()
  const items = query.data?.pages.toReversed().flatMap((page) => page.items) ?? []
  const shown = items.filter((item) => shownIn(tab, item))
  const whole = query.data && !query.hasNextPage
  const count = (key: TimelineTab) => (whole ? { count: items.filter((item) => shownIn(key, item)).length } : {})

  return (
    <>
      <div className="subtabs">
        <Tabs
          name="What the timeline shows"
          current={tab}
          onChange={onTab}
          tabs={[
            { key: 'everything', label: 'Everything' },
            { key: 'messages', label: 'Messages', ...count('messages') },
            { key: 'facts', label: 'Facts', ...count('facts') },
            { key: 'moves', label: 'Moves', ...count('moves') },
            { key: 'appointments', label: 'Appointments', count: lead.appointments.length },
          ]}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard */}
      <section className="flow" aria-label={`Timeline of ${lead.displayName}`} tabIndex={0}>
        {/* biome-ignore lint/a11y/useKeyWithMouseEvents: by keyboard the facts beside lead to their words */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only lights up, nothing is done here */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
        <div
          className="inner"
          onMouseOver={(event) => point(factOf(event.target))}
          onMouseLeave={() => point(null)}
          onClick={(event) => {
            const fact = factOf(event.target)
            if (fact) document.getElementById(`fact-${fact}`)?.scrollIntoView({ block: 'nearest' })
          }}
        >
          {query.hasNextPage && (
            <div className="row justify-center pt-3">
              <Button size="sm" look="ghost" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {query.isFetchingNextPage ? 'Loading' : 'Show earlier'}
              </Button>
            </div>
          )}
          {query.isPending && (
            <Loading what="the timeline">
              <div className="grid gap-4 py-4">
                {['60%', '80%', '45%', '70%', '50%'].map((width) => (
                  <SkeletonLine key={width} width={width} />
                ))}
              </div>
            </Loading>
          )}
          {query.isError && items.length === 0 && (
            <ErrorPanel title="The timeline did not load" onRetry={() => void query.refetch()}>
              {sentenceFor(query.error)}
            </ErrorPanel>
          )}
          {query.isSuccess && shown.length === 0 && <NothingYet tab={tab} name={lead.displayName} />}
          {byDay(shown, now).map((day) => (
            <div key={day.key}>
              <h3 className="day">{day.title}</h3>
              {day.items.map((item) => (
                <TimelineEntry
                  key={`${item.type} ${item.id}`}
                  item={item}
                  lead={lead}
                  answeredIn={answeredIn(item, items.slice(0, items.indexOf(item)))}
                />
              ))}
            </div>
          ))}
        </div>
      </section>
    </>
  )
}

const nothing: Record<TimelineTab, string> = {
  everything: 'Nothing has happened yet',
  messages: 'No messages yet',
  facts: 'No facts yet',
  moves: 'No moves yet',
  appointments: 'No appointments yet',
}

function NothingYet({ tab, name }: { tab: TimelineTab; name: string }) {
  return (
    <div className="pt-4">
      <Empty icon="clock" title={nothing[tab]}>
        It shows here as soon as {name} writes or somebody acts.
      </Empty>
    </div>
  )
}
