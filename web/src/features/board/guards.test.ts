import { canFill, reaches } from './guards'

const guard = (key: string, holds: boolean, kind?: 'BOOK' | 'FILL') => ({
  key,
  sentence: 'An appointment in the future',
  holds,
  remedy: kind ? { kind, label: 'Do it', field: null } : null,
})
const moves = (move: { inMap: boolean; allowed: boolean; guards: ReturnType<typeof guard>[] }) => ({
  version: 1,
  from: 'QUALIFIED',
  mayOverride: false,
  moves: [{ to: 'X', name: 'X', ...move }],
})
const reach = (move: Parameters<typeof moves>[0]) => reaches(moves(move), 'Qualified').get('X')

test('an allowed step can take the card', () => {
  expect(reach({ inMap: true, allowed: true, guards: [] })).toEqual({ allowed: true })
})

test('a locked step says what is missing before the drop', () => {
  expect(reach({ inMap: true, allowed: false, guards: [guard('REACHABLE', true), guard('FUTURE_APPOINTMENT', false, 'BOOK')] })).toEqual({
    allowed: false,
    reason: 'Needs: an appointment in the future',
  })
})

test('a stage that is no step from here says so', () => {
  expect(reach({ inMap: false, allowed: false, guards: [] })).toEqual({ allowed: false, reason: 'Not a step from Qualified' })
})

test('what only lacks typed words takes the card and asks for them', () => {
  expect(reach({ inMap: true, allowed: false, guards: [guard('LOST_REASON', false, 'FILL')] })).toEqual({ allowed: true })
  expect(canFill([guard('LOST_REASON', false, 'FILL'), guard('FUTURE_APPOINTMENT', false, 'BOOK')])).toBe(false)
})

test('until the server has said, no stage is judged', () => {
  expect(reaches(undefined, 'Qualified').size).toBe(0)
})
