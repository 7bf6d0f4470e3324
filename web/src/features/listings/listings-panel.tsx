import './listings.css'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { count } from '@/lib/money'
import { sentenceFor } from '@/lib/problem'
import { Button, buttonClass } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { FilterPill } from '@/ui/filter-pill'
import { Icon } from '@/ui/icon'
import { SkeletonLine } from '@/ui/skeleton'
import { ImportDialog } from './import-dialog'
import { ListingRows } from './listing-rows'
import { listingsList } from './listings-list'
import { type ListingsSearch, offerOptions, statuses, statusWords } from './listings-search'
import { SearchBox } from './search-box'

type Props = { mayChange: boolean; search: ListingsSearch; onSearch: (search: ListingsSearch) => void }

/** Every home of the agency. Only the active ones are offered, and a change of status counts at once. */
export function ListingsPanel({ mayChange, search, onSearch }: Props) {
  const [importing, setImporting] = useState(false)
  const list = useInfiniteQuery({ ...listingsList(search), placeholderData: keepPreviousData })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const counts = list.data?.pages[0]?.counts
  const filtered = Object.values(search).some(Boolean)
  const of = { ACTIVE: counts?.active, PENDING: counts?.pending, SOLD: counts?.sold, WITHDRAWN: counts?.withdrawn }

  return (
    <div className="listings">
      {!mayChange && <p className="note-line">Owners and admins change these. You can look.</p>}
      <div className="row listings-bar">
        <SearchBox value={search.q ?? ''} onChange={(q) => onSearch({ ...search, q: q || undefined })} />
        <FilterPill
          label="Status"
          value={search.status}
          options={statuses.map((value) => ({ value, label: `${statusWords[value]} ${count(of[value] ?? 0)}` }))}
          onChange={(status) => onSearch({ ...search, status })}
        />
        <FilterPill label="Offer" value={search.offer} options={offerOptions} onChange={(offer) => onSearch({ ...search, offer })} />
        {filtered && (
          <Button look="ghost" size="sm" icon="x" onClick={() => onSearch({})}>
            Clear
          </Button>
        )}
        <span className="grow" />
        {(rows.length > 0 || filtered) && (
          <a className={buttonClass()} href="/api/settings/listings/export" download="listings.csv">
            <Icon name="export" size="sm" />
            Export
          </a>
        )}
        {mayChange && (
          <Button look="primary" icon="import" onClick={() => setImporting(true)}>
            Import
          </Button>
        )}
      </div>
      {list.isError ? (
        <p className="msg-bad" role="alert">
          {sentenceFor(list.error)}{' '}
          <Button size="sm" icon="refresh" onClick={() => void list.refetch()}>
            Try now
          </Button>
        </p>
      ) : list.isPending ? (
        <div className="panel sheet listings-wait" aria-hidden="true">
          <SkeletonLine width="60%" />
          <SkeletonLine width="45%" />
          <SkeletonLine width="55%" />
        </div>
      ) : rows.length > 0 ? (
        <>
          <ListingRows rows={rows} mayChange={mayChange} />
          {list.hasNextPage && (
            <div className="row justify-center">
              <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {list.isFetchingNextPage ? 'Loading' : 'Show more'}
              </Button>
            </div>
          )}
        </>
      ) : filtered ? (
        <Empty
          icon="search"
          title="No home matches"
          action={
            <Button size="sm" onClick={() => onSearch({})}>
              Clear the filters
            </Button>
          }
        >
          Names, addresses, areas and keys are searched.
        </Empty>
      ) : (
        <Empty
          icon="home"
          title="No homes yet"
          action={
            mayChange && (
              <Button size="sm" icon="import" onClick={() => setImporting(true)}>
                Import a file
              </Button>
            )
          }
        >
          Until there are some, the assistant offers none. It takes a CSV or JSON file in the names of the RESO Data Dictionary, as your MLS
          exports it.
        </Empty>
      )}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </div>
  )
}
