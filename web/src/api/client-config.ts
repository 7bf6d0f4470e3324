import { Problem } from '@/lib/problem'
import { bootAnswer } from './boot'
import type { CreateClientConfig } from './generated/client.gen'
import { provenAnew, whileSessionIsSteady } from './step-up'

/** Spring keeps the token in a cookie that scripts may read; unsafe requests prove that they come from our page by repeating it. */
const csrfToken = () => document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1]

const doorstepFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const known = bootAnswer(request)
  if (known) return known
  const again = request.clone()
  try {
    return await send(request)
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'step-up-needed' && (await provenAnew()))) throw error
    return send(again)
  }
}

async function send(request: Request): Promise<Response> {
  const token = csrfToken()
  if (token && request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', decodeURIComponent(token))
  const response = await whileSessionIsSteady(request, () => fetch(request))
  if (response.ok) return response
  throw new Problem(await response.json().catch(() => undefined), response.status)
}

export const createClientConfig: CreateClientConfig = (config) => ({ ...config, baseUrl: location.origin, fetch: doorstepFetch })
