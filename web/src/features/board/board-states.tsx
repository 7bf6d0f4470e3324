import { sentenceFor } from '@/lib/problem'
import { RetryPanel } from '@/ui/error-panel'
import { Loading, SkeletonCard } from '@/ui/skeleton'
import { TopBar } from '@/ui/top-bar'

const columns = [4, 3, 5, 2, 3, 2]

/** The board's shape while it is fetched. */
export function BoardSkeleton() {
  return (
    <Loading what="the board">
      <TopBar title="Board" />
      <div className="filters" />
      <div className="body board">
        {columns.map((cards, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing that never changes
          <section key={at} className="col">
            <header />
            <ul className="cards">
              {Array.from({ length: cards }, (_, card) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a drawing that never changes
                <li key={card}>
                  <SkeletonCard />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Loading>
  )
}

export function BoardFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <>
      <TopBar title="Board" />
      <div className="body grid place-items-center">
        <RetryPanel title="The board did not load" sentence={sentenceFor(error)} onRetry={onRetry} />
      </div>
    </>
  )
}
