import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { ScorecardTerms } from '@/api/generated/types.gen'
import { WeightsPanel } from './weights-panel'

const terms: ScorecardTerms = {
  weights: [
    { criterion: 'FINANCING', points: 40 },
    { criterion: 'TIMELINE', points: 60 },
  ],
  hot: 70,
  warm: 40,
  nurture: 20,
  minimum: [],
  hotNeeds: [],
  warmNeeds: [],
  caps: [],
}
const choices = {
  criteria: [
    { key: 'FINANCING' as const, label: 'Financing', reads: ['financing'] },
    { key: 'TIMELINE' as const, label: 'Timeline', reads: ['timeline'] },
  ],
  known: [],
  conditions: [],
}

function Editing() {
  const [now, setNow] = useState(terms)
  return <WeightsPanel terms={now} was={terms} choices={choices} onTerms={setNow} />
}

test('a typed weight shows in the sum and beside what it was; slider and number are one', async () => {
  render(<Editing />)
  const financing = screen.getByRole('spinbutton', { name: 'Financing' })
  await userEvent.clear(financing)
  await userEvent.type(financing, '55')
  expect(screen.getByText('115 of 100')).toBeVisible()
  expect(screen.getByText('was 40')).toBeVisible()
  expect(screen.getByRole('slider', { name: 'Financing, slide' })).toHaveValue('55')
})
