import { useQuery } from '@tanstack/react-query'
import { teamOptions } from '@/api/generated/@tanstack/react-query.gen'
import { FilterPill } from '@/ui/filter-pill'
import { gradeOptions } from '@/ui/grade'
import { Icon } from '@/ui/icon'
import { Menu } from '@/ui/menu'
import { sourceOptions } from '@/ui/source'
import type { BoardSearch } from './board-search'

const sorts = [
  { value: 'due', label: 'due first' },
  { value: 'newest', label: 'newest first' },
  { value: 'value', label: 'highest value first' },
] as const

/** What narrows the board. Every choice is in the address. */
export function BoardFilters({ search, onSearch }: { search: BoardSearch; onSearch: (search: BoardSearch) => void }) {
  const { data: team } = useQuery(teamOptions())
  const owners = [{ value: 'me', label: 'me' }, ...(team ?? []).map((member) => ({ value: member.id, label: member.name }))]
  const sort = sorts.find((one) => one.value === search.sort) ?? sorts[0]
  return (
    <section className="filters" aria-label="Filters">
      <FilterPill
        label="Owner"
        value={search.owner}
        options={owners}
        anyLabel="Anyone"
        onChange={(owner) => onSearch({ ...search, owner })}
      />
      <FilterPill label="Grade" value={search.grade} options={gradeOptions} onChange={(grade) => onSearch({ ...search, grade })} />
      <FilterPill label="Source" value={search.source} options={sourceOptions} onChange={(source) => onSearch({ ...search, source })} />
      <span className="grow desk-only" />
      <Menu
        name={`Sort: ${sort.label}`}
        className="btn ghost sm desk-only"
        align="end"
        choices={sorts.map((one) => ({
          key: one.value,
          label: one.label,
          checked: one === sort,
          onChoose: () => onSearch({ ...search, sort: one.value }),
        }))}
        label={
          <>
            <Icon name="filter" size="sm" />
            Sort: {sort.label}
          </>
        }
      />
    </section>
  )
}
