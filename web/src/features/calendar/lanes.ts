type Spanned = { startsAt: string; endsAt: string }
export type Placed<T> = { item: T; start: number; end: number; lane: number; lanes: number }

/** Side by side what happens at the same time: each gets a lane, and all that touch each other share the width. */
export function inLanes<T extends Spanned>(items: T[]): Placed<T>[] {
  const placed: Placed<T>[] = []
  let group: Placed<T>[] = []
  let until = Number.NEGATIVE_INFINITY
  const close = () => {
    const lanes = Math.max(0, ...group.map((one) => one.lane)) + 1
    for (const one of group) one.lanes = lanes
    group = []
  }
  for (const item of items.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const start = Date.parse(item.startsAt)
    const end = Date.parse(item.endsAt)
    if (start >= until) close()
    const taken = new Set(group.filter((one) => one.end > start).map((one) => one.lane))
    let lane = 0
    while (taken.has(lane)) lane++
    const one = { item, start, end, lane, lanes: 1 }
    group.push(one)
    placed.push(one)
    until = Math.max(until, end)
  }
  close()
  return placed
}
