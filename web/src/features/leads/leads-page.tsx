import './leads.css'
import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { teamOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { FilterPill } from '@/ui/filter-pill'
import { Icon } from '@/ui/icon'
import { sourceOptions } from '@/ui/source'
import { TopBar } from '@/ui/top-bar'
import { LeadRows } from './lead-rows'
import { leadsList } from './leads-list'
import { gradeOptions, type LeadsSearch, readGrade } from './leads-search'

type Props = {
  search: LeadsSearch
  onSearch: (search: LeadsSearch) => void
  /** The board's dialog, which this feature may not know. */
  renderNewLead: (onClose: () => void) => ReactNode
}

const TYPING_MS = 250

/** Everybody who ever wrote, newest first; the filters are the address. */
export function LeadsPage({ search, onSearch, renderNewLead }: Props) {
  const [adding, setAdding] = useState(false)
  const list = useSuspenseInfiniteQuery(leadsList(search))
  const { data: team = [] } = useQuery(teamOptions())
  const rows = list.data.pages.flatMap((page) => page.items)
  const filtered = Object.values(search).some(Boolean)
  const owners = [{ value: 'me', label: 'Me' }, ...team.map((member) => ({ value: member.id, label: member.name }))]

  return (
    <>
      <TopBar title="Leads">
        <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
          Add lead
        </Button>
      </TopBar>
      <div className="filters leads-filters">
        <SearchBox value={search.q ?? ''} onChange={(q) => onSearch({ ...search, q: q || undefined })} />
        <FilterPill
          label="Grade"
          value={search.grade}
          options={gradeOptions}
          onChange={(grade) => onSearch({ ...search, grade: readGrade(grade) })}
        />
        <FilterPill label="Source" value={search.source} options={sourceOptions} onChange={(source) => onSearch({ ...search, source })} />
        <FilterPill label="Owner" value={search.owner} options={owners} onChange={(owner) => onSearch({ ...search, owner })} />
        {filtered && (
          <Button look="ghost" size="sm" icon="x" onClick={() => onSearch({})}>
            Clear
          </Button>
        )}
      </div>
      <div className="body">
        {rows.length > 0 ? (
          <LeadRows
            rows={rows}
            more={list.hasNextPage}
            failed={list.isFetchNextPageError}
            onMore={() => !list.isFetching && void list.fetchNextPage()}
          />
        ) : filtered ? (
          <Empty
            icon="search"
            title="Nobody matches"
            action={
              <Button size="sm" onClick={() => onSearch({})}>
                Clear the filters
              </Button>
            }
          >
            Names, phone numbers, e-mails and what people want are searched.
          </Empty>
        ) : (
          <Empty
            icon="people"
            title="Nobody has written yet"
            action={
              <Button size="sm" icon="plus" onClick={() => setAdding(true)}>
                Add a lead by hand
              </Button>
            }
          >
            Leads come from the chat on your site, your public page, or by hand.
          </Empty>
        )}
      </div>
      {adding && renderNewLead(() => setAdding(false))}
    </>
  )
}

/** The address follows the typing after a breath; the box itself never waits. */
function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <label className="leads-search">
      <Icon name="search" size="sm" />
      <input
        type="search"
        aria-label="Search leads"
        placeholder="Name, phone, e-mail"
        value={typed ?? value}
        onChange={(event) => {
          const next = event.target.value
          setTyped(next)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => {
            onChange(next)
            setTyped(undefined)
          }, TYPING_MS)
        }}
      />
    </label>
  )
}
