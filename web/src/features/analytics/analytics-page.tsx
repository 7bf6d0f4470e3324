import './analytics.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { count } from '@/lib/money'
import { Empty } from '@/ui/empty'
import { FilterPill } from '@/ui/filter-pill'
import { Icon } from '@/ui/icon'
import { TopBar } from '@/ui/top-bar'
import { type AnalyticsSearch, analyticsQuery } from './analytics-search'
import { FirstAnswer } from './first-answer'
import { Funnel } from './funnel'
import { KeyFigures } from './key-figures'
import { RangePicker } from './range-picker'
import { Sources } from './sources'
import { Team } from './team'

type Props = { search: AnalyticsSearch; onSearch: (search: AnalyticsSearch) => void }

const pipelines = [
  { value: 'BUYER', label: 'Buyer' },
  { value: 'SELLER', label: 'Seller' },
  { value: 'RENTAL', label: 'Rental' },
] as const

/** What came in, what became of it, and how fast we were. Every figure says its reading and stands as a table too. */
export function AnalyticsPage({ search, onSearch }: Props) {
  const { data } = useSuspenseQuery(analyticsQuery(search))
  const { touches, newLeads, merged, rejected, balanced } = data.accounting
  return (
    <>
      <TopBar title="Analytics">{data.synthetic && <span className="tag">Synthetic demo data</span>}</TopBar>
      <div className="filters dash-filters">
        <RangePicker from={data.from} to={data.to} onChange={(range) => onSearch({ ...search, ...range })} />
        <FilterPill
          label="Pipeline"
          value={search.pipeline}
          options={[...pipelines]}
          onChange={(value) => onSearch({ ...search, pipeline: pipelines.find((one) => one.value === value)?.value })}
        />
        <span className="grow" />
        <span className={balanced ? 'tag won' : 'tag leak'}>
          <Icon name={balanced ? 'check' : 'leak'} size="xs" />
          {balanced ? 'Every touch accounted for' : 'Touches do not add up'}
        </span>
        <span className="xs mute num">
          {count(touches)} = {count(newLeads)} new + {count(merged)} merged + {count(rejected)} rejected
        </span>
      </div>
      {touches === 0 ? (
        <div className="body p-4">
          <Empty icon="chart" title="Nothing came in between these days">
            Choose a longer time, or put the chat on your site: Settings, Widget.
          </Empty>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
        <section className="body dash" aria-label="Figures" tabIndex={0}>
          <KeyFigures kpis={data.kpis} />
          <Funnel steps={data.funnel} />
          <FirstAnswer buckets={data.firstAnswer} />
          <Sources rows={data.sources} currency={data.kpis.currency} />
          <Team rows={data.team} />
        </section>
      )}
    </>
  )
}
