import * as z from 'zod/mini'

const violation = z.object({ field: z.string(), message: z.string() })
const schema = z.looseObject({
  type: z.catch(z.string(), 'about:blank'),
  title: z.catch(z.string(), 'Something went wrong'),
  status: z.catch(z.number(), 0),
  detail: z.optional(z.string()),
  errors: z.catch(z.array(violation), []),
  violations: z.catch(z.array(violation), []),
})

const PREFIX = 'urn:doorstep:problem:'

/** An RFC 9457 problem, as the server told it. `extra` holds what this kind of problem adds; parse it with its own schema. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly fields: Record<string, string>
  readonly extra: unknown

  constructor(body: unknown, status: number) {
    const told = schema.safeParse(body)
    const problem = told.success ? told.data : undefined
    super(problem?.detail ?? problem?.title ?? 'The server did not answer as expected.')
    this.name = 'Problem'
    this.code = problem?.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : 'unknown'
    this.status = problem?.status || status
    this.fields = Object.fromEntries([...(problem?.errors ?? []), ...(problem?.violations ?? [])].map((v) => [v.field, v.message]))
    this.extra = body
  }

  get signedOut() {
    return this.status === 401
  }
}

/** The sentence to show for any failure, ours or the network's. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Problem) return error.message
  // fetch itself fails only with a TypeError: no network, no server.
  if (error instanceof TypeError) return 'The server could not be reached. Nothing is lost.'
  return 'This page did not understand the answer. Nothing is lost. Load it again.'
}

export const fieldErrors = (error: unknown): Record<string, string> => (error instanceof Problem ? error.fields : {})
