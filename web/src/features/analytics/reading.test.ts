import { reading as answers } from './first-answer'
import { reading as funnel } from './funnel'
import { reading as sources } from './sources'

const step = (label: string, count: number, left: number) => ({ step: label.toUpperCase(), label, count, left })

test('the funnel says how many of how many, and where most are left behind', () => {
  expect(funnel([step('Touches', 1214, 0), step('New leads', 1000, 214), step('Two-way contact', 480, 520), step('Won', 9, 471)])).toBe(
    'Of 1,214 touches, 9 ended in won. Most are left before two-way contact: 520.',
  )
  expect(funnel([])).toBe('Nothing came in yet.')
})

const bucket = (label: string, leads: number, reachedShare: number) => ({
  bucket: label.toUpperCase(),
  label,
  leads,
  share: 0.5,
  reachedShare,
})

test('answers compare the fastest with the slowest bucket that has leads, never with those never answered', () => {
  expect(answers([bucket('< 1 min', 18, 0.8), bucket('1 to 5', 0, 0), bucket('later', 8, 0.08), bucket('never', 3, 0)])).toBe(
    'First answer < 1 min: 80% are reached; later: 8%.',
  )
  expect(answers([bucket('never', 3, 0)])).toBe('Nobody has been answered by a person yet.')
})

const source = (name: string, leads: number, reachedShare: number) => ({
  source: name,
  leads,
  reachedShare,
  weeks: [],
  booked: 0,
  won: 0,
  valueMinor: 0,
})

test('sources name the biggest and the best', () => {
  expect(sources([source('PORTAL', 312, 0.39), source('REFERRAL', 39, 0.82)])).toBe(
    'Most leads come by portal; Referral is reached best, 82%.',
  )
  expect(sources([source('PORTAL', 3, 0.39)])).toBe('Portal is reached best, 39%, and brings most leads.')
  expect(sources([])).toBe('No source has brought a lead in these days.')
})
