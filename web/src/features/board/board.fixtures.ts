import type { Board, BoardColumn, DealCard } from '@/api/generated/types.gen'

let made = 0
const id = (n: number) => `01970000-0000-7000-8000-${String(n).padStart(12, '0')}`

const ana = { id: id(9001), name: 'Ana Reyes', initials: 'AR', colour: 1 }

export function deal(given: Partial<DealCard>): DealCard {
  made += 1
  return {
    id: id(made),
    version: 1,
    stage: 'CONTACTED',
    stageSince: '2026-05-14T09:00:00Z',
    leadId: id(5000 + made),
    name: `Lead ${made}`,
    grade: { score: 67, grade: 'WARM', byHand: false },
    wish: '3 bd, South Lamar',
    valueMinor: 100_000_00,
    currency: 'USD',
    source: 'WEB_CHAT',
    owner: ana,
    nextAction: { id: id(7000 + made), kind: 'CALL', title: 'Confirm budget', dueAt: '2026-05-14T17:00:00Z', owner: ana },
    leak: null,
    ...given,
  }
}

export function column(stage: string, cards: DealCard[]): BoardColumn {
  const name = stage.charAt(0) + stage.slice(1).toLowerCase().replace('_', ' ')
  return {
    stage,
    name,
    kind: 'OPEN',
    count: cards.length,
    valueMinor: cards.reduce((sum, card) => sum + (card.valueMinor ?? 0), 0),
    cards,
    nextCursor: null,
  }
}

export function board(columns: BoardColumn[]): Board {
  return {
    pipeline: {
      id: id(9100),
      kind: 'BUYER',
      name: 'Buyer pipeline',
      stages: columns.map((one, position) => ({ key: one.stage, name: one.name, position, kind: 'OPEN' as const })),
    },
    totals: { count: 2, valueMinor: 200_000_00, currency: 'USD' },
    tabs: { all: 2, mine: 1, hotNoAppointment: 0, leaking: 0 },
    columns,
  }
}
