type Child = Node | string | false | undefined
type Options = { on?: Record<string, (event: Event) => void>; attributes?: Record<string, string | boolean | undefined> }

/** An element with classes, attributes, listeners and children. Data becomes text nodes and attribute values, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, classes: string, { on, attributes }: Options = {}, ...children: Child[]) {
  const element = document.createElement(tag)
  if (classes) element.className = classes
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === true) element.setAttribute(name, '')
    else if (typeof value === 'string') element.setAttribute(name, value)
  }
  for (const [name, listener] of Object.entries(on ?? {})) element.addEventListener(name, listener)
  for (const child of children) if (child !== undefined && child !== false) element.append(child)
  return element
}

/** An icon of the page's sprite. */
export function icon(name: string) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'i')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `#i-${name}`)
  svg.append(use)
  return svg
}

/** A part of the server's page that the script cannot do without; its absence is a broken build, not a state. */
export function part<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}`)
  return found
}
