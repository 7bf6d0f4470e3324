import { createLazyRoute, useRouter } from '@tanstack/react-router'
import { FirstSteps } from '@/features/account/first-steps'
import { BoardPage } from '@/features/board/board-page'
import { BoardFailed, BoardSkeleton } from '@/features/board/board-states'

export const Route = createLazyRoute('/app/board')({
  component: function BoardRoute() {
    const search = Route.useSearch()
    const navigate = Route.useNavigate()
    return <BoardPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} firstSteps={<FirstSteps />} />
  },
  pendingComponent: BoardSkeleton,
  errorComponent: function BoardError({ error }) {
    const router = useRouter()
    return <BoardFailed error={error} onRetry={() => void router.invalidate()} />
  },
})
