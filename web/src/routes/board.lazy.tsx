import { createLazyRoute } from '@tanstack/react-router'
import { BoardPage } from '@/features/board/board-page'

export const Route = createLazyRoute('/app/board')({
  component: function BoardRoute() {
    const search = Route.useSearch()
    const navigate = Route.useNavigate()
    return <BoardPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
  },
})
