import './security.css'

/** What the agency decides about who gets in, and how. One panel per thing, each a file of its own. */
export function SecurityPanel(_: { mayChange: boolean }) {
  return <div className="settings-form wide" />
}
