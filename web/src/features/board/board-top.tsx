import { useQuery } from '@tanstack/react-query'
import { pipelinesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { Board } from '@/api/generated/types.gen'
import { count, shortMoney } from '@/lib/money'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { IconButton } from '@/ui/icon-button'
import { Menu } from '@/ui/menu'
import { Tabs } from '@/ui/tabs'
import { TopBar } from '@/ui/top-bar'
import { type BoardSearch, boardSearch, tabOf, withTab } from './board-search'

type Props = { board: Board; search: BoardSearch; onSearch: (search: BoardSearch) => void; onNewLead: () => void }

export function BoardTop({ board, search, onSearch, onNewLead }: Props) {
  const { data: pipelines } = useQuery(pipelinesOptions())
  const { totals, tabs } = board
  return (
    <TopBar
      title={
        <>
          <h1>{board.pipeline.name}</h1>
          <Menu
            name="Switch pipeline"
            className="btn ghost sm sq"
            label={<Icon name="down" size="sm" />}
            choices={(pipelines ?? []).map((pipeline) => ({
              key: pipeline.kind,
              label: pipeline.name,
              checked: pipeline.kind === board.pipeline.kind,
              onChoose: () => onSearch({ ...search, stage: undefined, pipeline: boardSearch.parse({ pipeline: pipeline.kind }).pipeline }),
            }))}
          />
        </>
      }
      tabs={
        <Tabs
          name="Which deals"
          current={tabOf(search)}
          onChange={(tab) => onSearch(withTab(search, tab))}
          tabs={[
            { key: 'all', label: 'All open', count: tabs.all },
            { key: 'mine', label: 'Mine', count: tabs.mine },
            { key: 'hot', label: 'Hot, no appointment', count: tabs.hotNoAppointment },
            { key: 'leaking', label: 'Leaking', count: tabs.leaking, alarm: tabs.leaking > 0 },
          ]}
        />
      }
    >
      <span className="xs mute wide-only num">
        {count(totals.count)} open deals, {shortMoney({ amount: totals.valueMinor, currency: totals.currency })}
      </span>
      <span className="desk-only">
        <IconButton
          icon={search.view === 'list' ? 'board' : 'list'}
          label={search.view === 'list' ? 'Board view' : 'List view'}
          onClick={() => onSearch({ ...search, view: search.view === 'list' ? undefined : 'list' })}
        />
      </span>
      <Button look="primary" icon="plus" aria-label="New lead" onClick={onNewLead}>
        <span className="desk-only">New lead</span>
      </Button>
    </TopBar>
  )
}
