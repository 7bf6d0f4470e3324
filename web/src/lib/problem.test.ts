import { fieldErrors, Problem, sentenceFor } from './problem'

test('a problem names its kind, its sentence and its fields', () => {
  const problem = new Problem(
    {
      type: 'urn:doorstep:problem:invalid',
      title: 'Invalid',
      status: 422,
      detail: 'Two digits are missing.',
      errors: [{ field: 'phone', message: 'Two digits are missing.' }],
    },
    422,
  )

  expect(problem.code).toBe('invalid')
  expect(sentenceFor(problem)).toBe('Two digits are missing.')
  expect(fieldErrors(problem)).toEqual({ phone: 'Two digits are missing.' })
})

test.each([[undefined], ['<html>502</html>'], [{ type: 7, status: 'x' }]])(
  'an answer that is no problem (%j) still has a status and a sentence',
  (body) => {
    const problem = new Problem(body, 502)

    expect(problem.status).toBe(502)
    expect(problem.message).not.toBe('')
  },
)

test('a broken network says that nothing is lost', () => {
  expect(sentenceFor(new TypeError('fetch failed'))).toContain('Nothing is lost')
})
