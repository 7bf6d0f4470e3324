import { bootAnswer, readBoot } from './boot'

function page(json: string) {
  const script = document.createElement('script')
  script.textContent = json
  return script
}

const get = (path: string) => new Request(`http://doorstep.test${path}`)

test('an answer that came with the page serves the first request for its path and only that', async () => {
  const answers = readBoot(page('{"me":null,"queries":[{"path":"/api/board?sort=due&pipeline=BUYER","data":{"n":1}}]}'))

  const first = bootAnswer(get('/api/board?pipeline=BUYER&sort=due'), answers)
  const second = bootAnswer(get('/api/board?pipeline=BUYER&sort=due'), answers)

  expect(await first?.json()).toEqual({ n: 1 })
  expect(second).toBeUndefined()
})

test('another question is not answered from the page', () => {
  const answers = readBoot(page('{"queries":[{"path":"/api/board?pipeline=BUYER","data":{}}]}'))

  expect(bootAnswer(get('/api/board?pipeline=SELLER'), answers)).toBeUndefined()
})

test('a page with broken or missing boot data asks the server', () => {
  expect(readBoot(page('{"queries":')).size).toBe(0)
  expect(readBoot(null).size).toBe(0)
})
