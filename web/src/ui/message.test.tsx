import { render, screen } from '@testing-library/react'
import { MarkedText } from './message'

const text = 'a 3 bed near Travis Heights, around 650k'
const marks = () => screen.getAllByRole('mark').map((mark) => mark.textContent)

test('the words that became facts are marked and the text stays whole', () => {
  const { container } = render(
    <MarkedText
      text={text}
      evidence={[
        { id: 'price', start: 29, end: 40 },
        { id: 'beds', start: 2, end: 7 },
      ]}
    />,
  )

  expect(marks()).toEqual(['3 bed', 'around 650k'])
  expect(container).toHaveTextContent(text)
})

test('a span that overlaps another or runs past the text is left out', () => {
  const { container } = render(
    <MarkedText
      text={text}
      evidence={[
        { id: 'a', start: 2, end: 7 },
        { id: 'b', start: 4, end: 12 },
        { id: 'c', start: 30, end: 400 },
      ]}
    />,
  )

  expect(marks()).toEqual(['3 bed'])
  expect(container).toHaveTextContent(text)
})
