import './audit.css'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { auditActionsOptions, auditChainOptions, teamMembersOptions } from '@/api/generated/@tanstack/react-query.gen'
import { count } from '@/lib/money'
import { Problem, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { Field } from '@/ui/field'
import { FilterPill } from '@/ui/filter-pill'
import { Icon } from '@/ui/icon'
import { SkeletonLine } from '@/ui/skeleton'
import { TimeAgo } from '@/ui/time-text'
import { AuditRow } from './audit-row'
import { type AuditSearch, actionWords, auditList, auditQuery } from './audit-search'

type Props = { mayChange: boolean; search: AuditSearch; onSearch: (search: AuditSearch) => void }

/** Who did what to what, from where; and whether it is all still as it was written. */
export function AuditPanel({ mayChange, search, onSearch }: Props) {
  if (!mayChange)
    return (
      <Empty icon="lock" title="Owners and admins read the audit log">
        Ask one of them if you need to know.
      </Empty>
    )
  return <AuditList search={search} onSearch={onSearch} />
}

function AuditList({ search, onSearch }: Omit<Props, 'mayChange'>) {
  const list = useInfiniteQuery({ ...auditList(search), placeholderData: keepPreviousData })
  const { data: team } = useQuery(teamMembersOptions())
  const { data: actions } = useQuery(auditActionsOptions())
  const [failure, setFailure] = useState<unknown>()
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const filtered = Object.keys(auditQuery(search)).length > 0
  const people = [
    ...(team?.people.map((person) => ({ value: person.id, label: person.name })) ?? []),
    { value: 'system', label: 'Doorstep itself' },
  ]
  const download = (format: 'CSV' | 'JSONL') => {
    setFailure(undefined)
    save(format, search).catch(setFailure)
  }
  return (
    <div className="audit">
      <Chain />
      <div className="row audit-bar">
        <FilterPill label="Who" value={search.who} options={people} onChange={(who) => onSearch({ ...search, who })} />
        <FilterPill
          label="What"
          value={search.what}
          options={(actions ?? []).map((action) => ({ value: action, label: actionWords(action) }))}
          onChange={(what) => onSearch({ ...search, what })}
        />
        <Field
          label="From"
          type="date"
          value={search.from ?? ''}
          onChange={(event) => onSearch({ ...search, from: event.target.value || undefined })}
        />
        <Field
          label="To"
          type="date"
          value={search.to ?? ''}
          onChange={(event) => onSearch({ ...search, to: event.target.value || undefined })}
        />
        <Field
          label="Address"
          placeholder="203.0.113"
          value={search.address ?? ''}
          onChange={(event) => onSearch({ ...search, address: event.target.value || undefined })}
        />
        {filtered && (
          <Button look="ghost" size="sm" icon="x" onClick={() => onSearch({})}>
            Clear
          </Button>
        )}
        <span className="grow" />
        <Button icon="export" onClick={() => download('CSV')}>
          CSV
        </Button>
        <Button icon="export" onClick={() => download('JSONL')}>
          JSON Lines
        </Button>
      </div>
      {failure !== undefined && (
        <p className="msg-bad" role="alert">
          {sentenceFor(failure)}
        </p>
      )}
      {list.isError ? (
        <p className="msg-bad" role="alert">
          {sentenceFor(list.error)}{' '}
          <Button size="sm" icon="refresh" onClick={() => void list.refetch()}>
            Try now
          </Button>
        </p>
      ) : list.isPending ? (
        <div className="panel sheet" aria-hidden="true">
          <SkeletonLine width="70%" />
          <SkeletonLine width="55%" />
          <SkeletonLine width="62%" />
        </div>
      ) : rows.length > 0 ? (
        <>
          <ol className="panel sheet audit-rows" aria-label="Entries">
            {rows.map((item) => (
              <AuditRow key={item.seq} item={item} />
            ))}
          </ol>
          {list.hasNextPage && (
            <div className="row justify-center">
              <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {list.isFetchingNextPage ? 'Loading' : 'Show more'}
              </Button>
            </div>
          )}
        </>
      ) : (
        <Empty icon="search" title="No entry fits" action={<Button onClick={() => onSearch({})}>Clear the filters</Button>}>
          Take a filter away to see more.
        </Empty>
      )}
    </div>
  )
}

/** Recomputed by the server each time the page is opened. */
function Chain() {
  const chain = useQuery(auditChainOptions())
  if (!chain.data) return null
  const { unbroken, entries, brokenAt, problem, checkedAt } = chain.data
  return unbroken ? (
    <p className="note-line" role="status">
      <Icon name="check" size="sm" /> {count(entries)} entries, unbroken. Checked: <TimeAgo at={checkedAt} />
    </p>
  ) : (
    <p className="note-line bad" role="alert">
      The log was tampered with: entry {brokenAt} {problem}. Call whoever runs the server.
    </p>
  )
}

async function save(format: 'CSV' | 'JSONL', search: AuditSearch) {
  const query = new URLSearchParams({ format, ...auditQuery(search) })
  const answer = await fetch(`/api/audit/export?${query}`)
  if (!answer.ok) throw new Problem(await answer.json(), answer.status)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = format === 'CSV' ? 'audit-log.csv' : 'audit-log.jsonl'
  link.click()
  URL.revokeObjectURL(link.href)
}
