export type StreamEvent = { id: string | undefined; name: string; data: string }

/** The text/event-stream grammar of the HTML standard, fed in arbitrary pieces. A comment (heartbeat) yields nothing. */
export function eventStream(emit: (event: StreamEvent) => void) {
  let buffer = ''
  let id: string | undefined
  let name = ''
  let data: string[] = []

  const line = (text: string) => {
    if (text === '') {
      if (data.length) emit({ id, name: name || 'message', data: data.join('\n') })
      name = ''
      data = []
      return
    }
    const colon = text.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'event') name = value
    else if (field === 'id' && !value.includes('\0')) id = value
  }

  return (chunk: string) => {
    buffer += chunk
    // A carriage return at the very end may be half of CR LF: it waits for the next piece.
    const ends = /\r\n|\n|\r(?!$)/g
    let from = 0
    for (let end = ends.exec(buffer); end; end = ends.exec(buffer)) {
      line(buffer.slice(from, end.index))
      from = ends.lastIndex
    }
    buffer = buffer.slice(from)
  }
}
