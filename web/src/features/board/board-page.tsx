import type { BoardSearch } from './board-search'

export function BoardPage({ search, onSearch }: { search: BoardSearch; onSearch: (search: BoardSearch) => void }) {
  return (
    <button type="button" onClick={() => onSearch(search)}>
      board
    </button>
  )
}
