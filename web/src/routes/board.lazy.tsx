import { createLazyRoute, useRouter } from '@tanstack/react-router'
import { BoardPage } from '@/features/board/board-page'
import { BoardFailed, BoardSkeleton } from '@/features/board/board-states'

export const Route = createLazyRoute('/app/board')({
  component: function BoardRoute() {
    const search = Route.useSearch()
    const navigate = Route.useNavigate()
    return <BoardPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
  },
  pendingComponent: BoardSkeleton,
  errorComponent: function BoardError({ error }) {
    const router = useRouter()
    return <BoardFailed error={error} onRetry={() => void router.invalidate()} />
  },
})
