/** Grey bars in the shape of what comes; CSS keeps them unseen for the first 200 ms. */
export function SkeletonLine({ width }: { width: string }) {
  return <div className="skel" style={{ width }} />
}

export function SkeletonCard() {
  return (
    <div className="skcard" aria-hidden="true">
      <div className="row">
        <SkeletonLine width="58%" />
        <span className="grow" />
        <SkeletonLine width="34px" />
      </div>
      <SkeletonLine width="74%" />
      <SkeletonLine width="40%" />
    </div>
  )
}

/** A page that loads says so once to those who cannot see the bars. */
export function Loading({ what, children }: { what: string; children: React.ReactNode }) {
  return (
    <div className="late-in contents" aria-busy="true">
      <span className="vh" role="status">
        Loading {what}
      </span>
      {children}
    </div>
  )
}
